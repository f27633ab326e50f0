package io.kash.surgery.movement;

import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Pace;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps a fixed number of partitions in flight, the largest first, so that the end of a move is not one large partition
 * alone. Partitions of internal topics go one at a time beside the others: their coordinators reload when leadership
 * moves.
 */
public final class WindowPace implements Pace<MoveReplicas> {
    private static final Comparator<Move> LARGEST_FIRST =
            Comparator.comparingLong(Move::bytesToCopy).reversed().thenComparing(Move::partition);

    @Override
    public List<Effect> next(MoveReplicas step, Snapshot now, Control control) {
        if (control.startsNothing() || step.standing(now) instanceof Standing.Blocked) {
            return List.of();
        }
        Cluster cluster = now.part(Cluster.class);
        int room = control.limits().window().orElse(step.window());
        boolean internalInFlight = false;
        for (Move move : step.moves()) {
            if (MoveStanding.of(move, cluster).inFlight()) {
                room--;
                internalInFlight |= internal(move, cluster);
            }
        }
        SortedMap<TopicPartition, Optional<List<BrokerId>>> admitted = new TreeMap<>();
        for (Move move : inOrder(step, cluster)) {
            if (admitted.size() >= room) {
                break;
            }
            if (MoveStanding.of(move, cluster) != MoveStanding.PENDING) {
                continue;
            }
            if (internal(move, cluster)) {
                if (internalInFlight) {
                    continue;
                }
                internalInFlight = true;
            }
            admitted.put(move.partition(), Optional.of(move.to()));
        }
        return admitted.isEmpty() ? List.of() : List.of(new AlterReassignments(admitted));
    }

    /**
     * Those that still move and whose original replicas can take over again; the others finish. Where the replicas are
     * those wanted already, and only not in sync yet, there is nothing left to take back.
     */
    @Override
    public List<Effect> withdraw(MoveReplicas step, Snapshot now) {
        Cluster cluster = now.part(Cluster.class);
        SortedMap<TopicPartition, Optional<List<BrokerId>>> back = new TreeMap<>();
        for (Move move : step.moves()) {
            if (MoveStanding.of(move, cluster) == MoveStanding.MOVING && safelyBack(move, cluster)) {
                back.put(move.partition(), Optional.empty());
            }
        }
        return back.isEmpty() ? List.of() : List.of(new AlterReassignments(back));
    }

    private static boolean safelyBack(Move move, Cluster cluster) {
        Optional<Partition> partition = cluster.partition(move.partition());
        Optional<Topic> topic = cluster.topic(move.partition().topic());
        return partition.isPresent()
                && topic.isPresent()
                && CancelSafety.objection(partition.get(), topic.get(), cluster).isEmpty();
    }

    /** Internal ones first: alone at the end they would leave the window empty. */
    private static List<Move> inOrder(MoveReplicas step, Cluster cluster) {
        return step.moves().stream()
                .sorted(Comparator.<Move, Boolean>comparing(move -> !internal(move, cluster))
                        .thenComparing(LARGEST_FIRST))
                .toList();
    }

    private static boolean internal(Move move, Cluster cluster) {
        return cluster.topic(move.partition().topic()).filter(Topic::internal).isPresent();
    }
}
