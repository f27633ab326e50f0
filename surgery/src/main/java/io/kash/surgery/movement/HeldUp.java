package io.kash.surgery.movement;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the partitions in flight holds a move up, on which broker, and what can be done about it. */
final class HeldUp {
    private final Cluster cluster;
    private final Disks disks;

    private HeldUp(Snapshot now) {
        this.cluster = now.part(Cluster.class);
        this.disks = now.part(Disks.class);
    }

    /** What stands in the way for certain comes before what is only slow. Empty when nothing is in flight. */
    static Optional<String> by(List<Move> moves, Snapshot now) {
        HeldUp heldUp = new HeldUp(now);
        return heldUp.first(moves, heldUp::leaderless)
                .or(() -> heldUp.first(moves, heldUp::stayerOutOfSync))
                .or(() -> heldUp.first(moves, heldUp::offlineDirectory))
                .or(() -> heldUp.slowest(moves));
    }

    /** One question about a partition in flight. */
    private interface Question {
        Optional<String> ask(Move move, Partition partition);
    }

    private Stream<Move> inFlight(List<Move> moves) {
        return moves.stream().filter(move -> MoveStanding.of(move, cluster).inFlight());
    }

    private Optional<String> first(List<Move> moves, Question question) {
        return inFlight(moves)
                .flatMap(move ->
                        cluster
                                .partition(move.partition())
                                .flatMap(partition -> question.ask(move, partition))
                                .stream())
                .findFirst();
    }

    private Optional<String> leaderless(Move move, Partition partition) {
        return partition.leader().isPresent()
                ? Optional.empty()
                : Optional.of(move.partition() + " has no leader: start " + Titles.labelled(partition.isr())
                        + ", in sync last");
    }

    /** A reassignment ends when all replicas wanted are in sync, those that stay among them (KAFKA-19975). */
    private Optional<String> stayerOutOfSync(Move move, Partition partition) {
        return move.staying().stream()
                .filter(stayer -> !partition.inSync(stayer))
                .findFirst()
                .map(stayer -> move.partition() + " waits for broker " + stayer
                        + ", which keeps its replica and is not in sync: look at that broker's log");
    }

    private Optional<String> offlineDirectory(Move move, Partition partition) {
        return lagging(move, partition)
                .flatMap(receiver -> disks.dirs().getOrDefault(receiver, List.of()).stream()
                        .filter(dir -> !dir.error().isEmpty())
                        .map(dir -> move.partition() + " waits for broker " + receiver + ", whose log directory "
                                + dir.path() + " is offline: " + dir.error()))
                .findFirst();
    }

    private static Stream<BrokerId> lagging(Move move, Partition partition) {
        return move.adding().stream().filter(receiver -> !partition.inSync(receiver));
    }

    /** The copy that has most before it. */
    private Optional<String> slowest(List<Move> moves) {
        return inFlight(moves)
                .flatMap(move -> cluster.partition(move.partition()).stream()
                        .flatMap(partition -> lagging(move, partition).map(receiver -> new Copy(move, receiver))))
                .max(Comparator.comparingLong(copy -> MoveReplicas.lacking(copy.move(), copy.receiver(), disks)))
                .map(this::words);
    }

    /** One replica on its way. */
    private record Copy(Move move, BrokerId receiver) {}

    private String words(Copy copy) {
        Move move = copy.move();
        if (MoveReplicas.lacking(move, copy.receiver(), disks) == 0) {
            return move.partition() + " is all on broker " + copy.receiver()
                    + " and not in sync: more is written than the throttle lets through, raise it with ops throttle";
        }
        long percent = disks.bytes(move.partition(), copy.receiver()) * 100 / move.bytes();
        String sender = cluster.partition(move.partition())
                .flatMap(Partition::leader)
                .map(leader -> " from broker " + leader)
                .orElse("");
        return percent + " % of " + move.partition() + " is on broker " + copy.receiver() + sender
                + ": raise ops throttle, or look at both brokers' logs";
    }
}
