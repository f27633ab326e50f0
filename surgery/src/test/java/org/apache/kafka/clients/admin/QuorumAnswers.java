package org.apache.kafka.clients.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.Uuid;

/**
 * A quorum of 101, which leads, and 102, which is six records and a minute behind; controller 104 and broker 1 observe it.
 */
public final class QuorumAnswers {
    private static final long NOW = 1_795_379_065_450L;

    /** How the quorum is set up. */
    public enum Shape {
        DYNAMIC,
        DYNAMIC_REPORTED_AS_0,
        STATIC,
        LEADERLESS
    }

    private QuorumAnswers() {}

    public static QuorumInfo info(Shape shape) {
        boolean directories = shape != Shape.STATIC;
        return new QuorumInfo(
                shape == Shape.LEADERLESS ? -1 : 101,
                7,
                40,
                List.of(replica(101, directories, 40, 0, 0), replica(102, directories, 34, 400, 61_000)),
                List.of(replica(1, true, 40, 300, 300), replica(104, true, 40, 200, 200)),
                Map.of(101, node(101), 102, node(102)));
    }

    public static FeatureMetadata features(Shape shape) {
        Map<String, FinalizedVersionRange> finalized = shape == Shape.DYNAMIC || shape == Shape.LEADERLESS
                ? Map.of("metadata.version", level(21), "kraft.version", level(1))
                : Map.of("metadata.version", level(21));
        return new FeatureMetadata(finalized, Optional.of(22L), Map.of());
    }

    private static FinalizedVersionRange level(int level) {
        return new FinalizedVersionRange((short) level, (short) level);
    }

    private static QuorumInfo.ReplicaState replica(int id, boolean directory, long end, long fetched, long caughtUp) {
        return new QuorumInfo.ReplicaState(
                id,
                directory ? new Uuid(1, id) : Uuid.ZERO_UUID,
                end,
                OptionalLong.of(NOW - fetched),
                OptionalLong.of(NOW - caughtUp));
    }

    private static QuorumInfo.Node node(int id) {
        return new QuorumInfo.Node(
                id, List.of(new RaftVoterEndpoint("CONTROLLER", "10.0." + (id - 100) + ".10", 9093)));
    }
}
