package io.kash.surgery.movement;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One move that is not over, and who may send it.
 *
 * @param alive the brokers of it that are registered and not fenced
 */
record Way(Move move, MoveStanding standing, Partition partition, List<BrokerId> alive, boolean internal) {
    Way {
        alive = List.copyOf(alive);
    }

    static Optional<Way> of(Move move, Cluster cluster) {
        MoveStanding standing = MoveStanding.of(move, cluster);
        if (standing.over() || standing == MoveStanding.FOREIGN) {
            return Optional.empty();
        }
        Partition partition = cluster.partition(move.partition()).orElseThrow();
        return Optional.of(new Way(
                move,
                standing,
                partition,
                partition.replicas().stream().filter(cluster::alive).toList(),
                cluster.topic(move.partition().topic()).orElseThrow().internal()));
    }

    /** Whether it waits with its replicas in the order in which the first is to send it. */
    boolean turned() {
        return standing == MoveStanding.PENDING
                && !onlyOrder()
                && !partition.replicas().equals(move.from());
    }

    /** Whether no data is to be moved. */
    boolean onlyOrder() {
        return move.adding().isEmpty();
    }

    /** Whether the first replica does not lead and can be elected. */
    boolean canBeLedByFirst() {
        BrokerId first = partition.target().get(0);
        return !leads(first) && ready(first);
    }

    /**
     * Whether the one in front of its target is to lead now: it was put there to send, or the present leader goes away
     * and it is to lead in the end.
     */
    boolean handsOver() {
        return canBeLedByFirst()
                && move.from().contains(partition.target().get(0))
                && (!partition.target().equals(move.to())
                        || partition.leader().filter(move.to()::contains).isEmpty());
    }

    private boolean leads(BrokerId broker) {
        return partition.leader().filter(broker::equals).isPresent();
    }

    private boolean ready(BrokerId broker) {
        return partition.inSync(broker) && alive.contains(broker);
    }

    /** Whether whoever is to send it does so once it is begun, without another order of the present replicas. */
    boolean sendsFirst(BrokerId source) {
        return leads(source) || move.to().contains(source) || partition.leader().isEmpty();
    }

    /** The wanted replicas, in the order they are to have while it is copied from that one. */
    List<BrokerId> target(BrokerId source) {
        boolean inFront = move.to().contains(source) && !leads(source);
        return inFront ? inFront(source, move.to()) : move.to();
    }

    static List<BrokerId> inFront(BrokerId first, List<BrokerId> replicas) {
        List<BrokerId> order = new ArrayList<>(replicas);
        order.remove(first);
        order.add(0, first);
        return order;
    }

    /**
     * Brokers that may send it. Where a replica stays, one that stays: leadership is not handed to a broker that is left.
     * None where the leader is not to change: while a replica is out of sync, or the order is changed already.
     */
    List<BrokerId> possibleSources() {
        if (standing != MoveStanding.PENDING || turned() || onlyOrder()) {
            return List.of();
        }
        if (!partition.replicas().stream().allMatch(this::ready)) {
            return List.of();
        }
        List<BrokerId> staying = move.staying();
        if (staying.isEmpty()) {
            return move.from();
        }
        List<BrokerId> possible = new ArrayList<>(staying);
        partition
                .leader()
                .filter(leader ->
                        !staying.contains(leader) && !staying.contains(move.to().get(0)))
                .ifPresent(possible::add);
        return possible;
    }
}
