package io.kash.surgery.controllers;

import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.kafka.VoterKey;
import io.kash.surgery.plan.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whether a quorum is fit for a change of its voters at all. */
final class QuorumFitness {
    private QuorumFitness() {}

    /**
     * Everything that forbids a change.
     *
     * @param staying voters that are to be well
     */
    static List<Finding> findings(MetadataQuorum quorum, Collection<VoterKey> staying) {
        List<Finding> findings = new ArrayList<>();
        if (!quorum.dynamic()) {
            findings.add(Finding.refusal(
                    "the quorum is static: its voters stand in controller.quorum.voters of every server"
                            + " (kraft.version is 0)",
                    "voters are changed one at a time where they stand in the log (KIP-853), from kraft.version 1 on",
                    "from 4.1 on: kafka-features upgrade --feature kraft.version=1, then"
                            + " controller.quorum.bootstrap.servers instead of controller.quorum.voters; older releases"
                            + " cannot change it"));
        }
        quorum.broken(staying)
                .ifPresent(why -> findings.add(Finding.refusal(
                        "the quorum is not whole: " + why,
                        "voters are changed only while all that stay follow one leader, in sync, and say so themselves",
                        "kraft list shows its controllers; mend that first")));
        return findings;
    }

    /** Of a controller that would change the voters by itself. */
    static Finding joinsByItself(int id, String harm) {
        return Finding.refusal(
                "controller " + id + " joins by itself (controller.quorum.auto.join.enable): " + harm + " ("
                        + KnownFault.COMES_BACK.report() + ")",
                "voters are changed by one hand at a time",
                "set controller.quorum.auto.join.enable=false there and restart it");
    }
}
