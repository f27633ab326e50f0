package io.kash.surgery.controllers;

/**
 * What Kafka is known to do when its voters are changed, each with the report that says so and what stands against it here.
 * Dynamic quorums are there from 3.9 on.
 */
enum KnownFault {
    /**
     * A leader that was taken out crashed. Mended before 3.9.0 was released (commit 89cb632, between 3.9.0-rc0 and -rc2);
     * releases that do not know {@code metadata.version} 21 are older. Their leader is not taken out.
     */
    LEADER_CRASHES("KAFKA-17608"),
    /**
     * With {@code controller.quorum.auto.join.enable} (from 4.2) a voter that is taken out while it runs is back at once, as
     * documented; two joiners do not wait for each other. Such controllers neither join nor leave here.
     */
    COMES_BACK("KAFKA-19850"),
    /** A broker is made a voter without complaint (open in 4.4). Only what is registered as a controller joins here. */
    BROKER_VOTES("KAFKA-19021");

    /** The {@code metadata.version} of 3.9. */
    static final int LEADERS_LEAVE_FROM = 21;

    private final String report;

    KnownFault(String report) {
        this.report = report;
    }

    /** The report's number. */
    String report() {
        return report;
    }
}
