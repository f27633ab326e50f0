package io.kash.surgery.movement;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Progress;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Moves replicas by reassignment (KIP-455), all of them in one step.
 *
 * <p>What happens when it fails half-way: every partition is either where it was, on its way, or where it was wanted, and
 * a new look tells which. Nothing is replayed blindly; partitions already moved are recognised as done, and a
 * reassignment of somebody else stops the step.
 *
 * @param moves in the order of their partitions
 * @param window the most partitions any broker sends, and the most it receives, at once; at least 1
 */
public record MoveReplicas(List<Move> moves, int window) implements Step {
    public static final Kind KIND = Kind.of("kafka.move-replicas/1");

    public MoveReplicas {
        moves = List.copyOf(moves);
        if (window < 1) {
            throw new IllegalArgumentException("a window holds at least one partition");
        }
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "move " + Titles.names(moves.stream().map(Move::partition).toList());
    }

    @Override
    public Scope scope() {
        return Scope.of(
                new ClusterLook(Selection.of(
                        moves.stream().map(move -> move.partition().topic()).toList())),
                new DisksLook(Selection.of(receivers().toList())));
    }

    @Override
    public Standing standing(Snapshot now) {
        Cluster cluster = now.part(Cluster.class);
        boolean begun = false;
        boolean over = true;
        for (Move move : moves) {
            MoveStanding standing = MoveStanding.of(move, cluster);
            if (standing == MoveStanding.FOREIGN) {
                return new Standing.Foreign(foreign(move, cluster));
            }
            over &= standing.over();
            begun |= standing != MoveStanding.PENDING;
        }
        if (over) {
            return Standing.DONE;
        }
        Optional<String> obstacle = obstacle(cluster);
        if (obstacle.isPresent()) {
            return new Standing.Blocked(obstacle.get());
        }
        return begun ? Standing.UNDERWAY : Standing.READY;
    }

    /** A receiving broker that is not there: what is in flight to it waits, and nothing more is sent after it. */
    private Optional<String> obstacle(Cluster cluster) {
        for (Move move : moves) {
            MoveStanding standing = MoveStanding.of(move, cluster);
            if (standing.over()) {
                continue;
            }
            for (BrokerId receiver : move.adding()) {
                if (!cluster.alive(receiver)) {
                    return Optional.of(move.partition() + " waits for broker " + receiver
                            + (cluster.broker(receiver).isPresent()
                                    ? ", which is fenced"
                                    : ", which is not registered"));
                }
            }
        }
        return Optional.empty();
    }

    private static String foreign(Move move, Cluster cluster) {
        Partition partition = cluster.partition(move.partition()).orElseThrow();
        return partition.reassigning()
                ? move.partition() + " is being moved to " + Titles.brokers(partition.target()) + ", not to "
                        + Titles.brokers(move.to())
                : move.partition() + " is on " + Titles.brokers(partition.replicas()) + "; it was on "
                        + Titles.brokers(move.from()) + " when this was planned";
    }

    @Override
    public Snapshot project(Snapshot before) {
        Map<TopicPartition, Partition> after = new HashMap<>();
        Cluster cluster = before.part(Cluster.class);
        for (Move move : moves) {
            MoveStanding.meant(move, cluster).ifPresent(old -> after.put(move.partition(), move.settled()));
        }
        return before.with(cluster.with(after));
    }

    @Override
    public Optional<String> waitsFor(Snapshot now) {
        return HeldUp.by(moves, now);
    }

    /** Bytes: all of those moved, and of those on their way what the receivers hold already. */
    @Override
    public Progress progress(Snapshot now) {
        Cluster cluster = now.part(Cluster.class);
        Disks disks = now.part(Disks.class);
        long done = 0;
        long total = 0;
        int inFlight = 0;
        for (Move move : moves) {
            total += move.bytesToCopy();
            MoveStanding standing = MoveStanding.of(move, cluster);
            if (standing.over() || standing == MoveStanding.OUT_OF_ORDER) {
                done += move.bytesToCopy();
            } else if (standing.inFlight()) {
                inFlight++;
                done += held(move, disks);
            }
        }
        return new Progress(Progress.Unit.BYTES, done, total, inFlight);
    }

    /** Bytes a receiver lacks, as far as its log directories tell. */
    static long lacking(Move move, BrokerId receiver, Disks disks) {
        return Math.max(0, move.bytes() - disks.bytes(move.partition(), receiver));
    }

    private static long held(Move move, Disks disks) {
        return move.adding().stream()
                .mapToLong(receiver -> Math.min(move.bytes(), disks.bytes(move.partition(), receiver)))
                .sum();
    }

    /** Bytes the broker that receives most receives: no order of moves is faster than its link. */
    public long busiestReceiverBytes() {
        Map<BrokerId, Long> incoming = new TreeMap<>();
        moves.forEach(move -> move.adding().forEach(broker -> incoming.merge(broker, move.bytes(), Long::sum)));
        return incoming.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private Stream<BrokerId> receivers() {
        return moves.stream().flatMap(move -> move.adding().stream()).distinct();
    }
}
