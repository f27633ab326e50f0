package io.kash.surgery.movement;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one move stands. The one place that tells our own reassignments from those of others.
 *
 * <p>The order of replicas moves no data and says only who is to lead: replicas in another order than noted are still
 * those. So a partition whose leader is to be another one while it is copied stays recognised, by any shell, without a
 * word about it in a journal; and what is left in another order at the end is put right.
 */
enum MoveStanding {
    /** Not begun; the replicas are those it was planned on, in whatever order. */
    PENDING,
    /** Kafka is moving it where we want it. */
    MOVING,
    /** The replicas are where we want them, but not all of them are in sync. */
    CATCHING_UP,
    /** All is as wanted but the order of the replicas. */
    OUT_OF_ORDER,
    /** Replicas and in-sync replicas are as wanted, and no reassignment is listed. */
    SETTLED,
    /** The topic is gone, or another one bears its name. */
    GONE,
    /** Somebody else has moved it, or is moving it. */
    FOREIGN;

    static MoveStanding of(Move move, Cluster now) {
        return meant(move, now).map(partition -> of(move, partition)).orElse(GONE);
    }

    /** The partition that is to move; empty when the topic is gone, or another one bears its name. */
    static Optional<Partition> meant(Move move, Cluster now) {
        return now.topic(move.partition().topic())
                .filter(topic -> topic.id().equals(move.topicId()))
                .flatMap(topic -> topic.partition(move.partition().partition()));
    }

    private static MoveStanding of(Move move, Partition partition) {
        if (partition.reassigning()) {
            return same(partition.target(), move.to()) ? MOVING : FOREIGN;
        }
        if (same(partition.replicas(), move.to())) {
            return there(partition, move);
        }
        if (same(partition.replicas(), move.from())) {
            return PENDING;
        }
        return justEnded(partition, move) ? CATCHING_UP : FOREIGN;
    }

    private static MoveStanding there(Partition partition, Move move) {
        boolean ordered = partition.replicas().equals(move.to());
        if (!ordered && move.adding().isEmpty()) {
            return PENDING;
        }
        if (!same(partition.isr(), move.to())) {
            return CATCHING_UP;
        }
        return ordered ? SETTLED : OUT_OF_ORDER;
    }

    /**
     * For a moment after the end of a reassignment it is listed no more, while the metadata still shows its replicas of
     * both sides.
     */
    private static boolean justEnded(Partition partition, Move move) {
        List<BrokerId> both = new ArrayList<>(move.to());
        both.addAll(move.removing());
        return same(partition.replicas(), both);
    }

    private static boolean same(List<BrokerId> some, List<BrokerId> others) {
        return some.size() == others.size() && some.containsAll(others);
    }

    /** Whether it is neither where it was planned on nor where it is to be, but for the order. */
    static boolean displaced(Move move, Partition partition) {
        return !partition.replicas().equals(move.from())
                && !partition.replicas().equals(move.to());
    }

    boolean over() {
        return this == SETTLED || this == GONE;
    }

    boolean inFlight() {
        return this == MOVING || this == CATCHING_UP;
    }
}
