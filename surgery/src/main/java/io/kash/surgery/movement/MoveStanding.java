package io.kash.surgery.movement;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Topic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How one move stands. The one place that tells our own reassignments from those of others. */
enum MoveStanding {
    /** Not begun; the replicas are those it was planned on. */
    PENDING,
    /** Kafka is moving it where we want it. */
    MOVING,
    /** The replicas are where we want them, but not all of them are in sync. */
    CATCHING_UP,
    /** Replicas and in-sync replicas are as wanted, and no reassignment is listed. */
    SETTLED,
    /** The topic is gone, or another one bears its name. */
    GONE,
    /** Somebody else has moved it, or is moving it. */
    FOREIGN;

    static MoveStanding of(Move move, Cluster now) {
        Optional<Topic> topic = now.topic(move.partition().topic());
        Optional<Partition> found = now.partition(move.partition());
        if (topic.isEmpty() || found.isEmpty() || !topic.get().id().equals(move.topicId())) {
            return GONE;
        }
        Partition partition = found.get();
        if (partition.reassigning()) {
            return partition.target().equals(move.to()) ? MOVING : FOREIGN;
        }
        if (partition.replicas().equals(move.to())) {
            return sameMembers(partition, move) ? SETTLED : CATCHING_UP;
        }
        if (partition.replicas().equals(move.from())) {
            return PENDING;
        }
        return justEnded(partition, move) ? CATCHING_UP : FOREIGN;
    }

    /**
     * For a moment after the end of a reassignment it is listed no more, while the metadata still shows its replicas of
     * both sides: the wanted ones first and then those that were removed.
     */
    private static boolean justEnded(Partition partition, Move move) {
        List<BrokerId> both = new ArrayList<>(move.to());
        both.addAll(move.removing());
        return partition.replicas().equals(both);
    }

    private static boolean sameMembers(Partition partition, Move move) {
        Set<BrokerId> inSync = new HashSet<>(partition.isr());
        return inSync.equals(Set.copyOf(move.to()));
    }

    boolean over() {
        return this == SETTLED || this == GONE;
    }

    boolean inFlight() {
        return this == MOVING || this == CATCHING_UP;
    }
}
