package io.kash.surgery.kafka;

import java.util.OptionalInt;

/**
 * What a controller says of itself, asked at its own listener and nowhere else.
 *
 * @param clusterId of the cluster its disk was formatted for; empty when it did not answer
 * @param leader the leader it follows, or itself; empty when it knows none
 * @param release the highest {@code metadata.version} its release knows: 21 is 3.9
 * @param joinsByItself whether {@code controller.quorum.auto.join.enable} is on (from 4.2)
 * @param problem why it did not answer, or an empty string
 */
public record ControllerWord(
        String clusterId, OptionalInt leader, OptionalInt release, boolean joinsByItself, String problem) {
    public static ControllerWord silent(String problem) {
        return new ControllerWord("", OptionalInt.empty(), OptionalInt.empty(), false, problem);
    }

    public boolean answered() {
        return problem.isEmpty();
    }
}
