package io.kash.commands.change;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.movement.Move;
import io.kash.surgery.plan.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * What a move does to one broker, before, at worst while it runs, and after.
 *
 * @param replicasPeak with everything it receives and nothing given up yet
 * @param diskNow used percent of its volumes; empty below Kafka 3.3
 */
record BrokerForecast(
        BrokerId broker,
        int replicasNow,
        int replicasPeak,
        int replicasAfter,
        int leadersNow,
        int leadersAfter,
        OptionalInt diskNow,
        OptionalInt diskPeak,
        OptionalInt diskAfter) {

    /** Of every broker that gives or receives something. */
    static List<BrokerForecast> of(List<Move> moves, Snapshot before, Snapshot after) {
        Cluster now = before.part(Cluster.class);
        Count countNow = new Count(now);
        Count countAfter = new Count(after.part(Cluster.class));
        Map<BrokerId, Integer> incoming = new HashMap<>();
        Map<BrokerId, Long> bytesIn = new HashMap<>();
        Map<BrokerId, Long> bytesOut = new HashMap<>();
        TreeSet<BrokerId> touched = new TreeSet<>();
        Disks disks = before.part(Disks.class);
        for (Move move : moves) {
            List<BrokerId> there =
                    now.partition(move.partition()).map(Partition::target).orElse(List.of());
            for (BrokerId receiver : move.adding()) {
                incoming.merge(receiver, there.contains(receiver) ? 0 : 1, Integer::sum);
                bytesIn.merge(receiver, missing(move, receiver, disks), Long::sum);
            }
            move.removing().forEach(giver -> bytesOut.merge(giver, disks.bytes(move.partition(), giver), Long::sum));
            touched.addAll(move.adding());
            touched.addAll(move.removing());
        }
        return touched.stream()
                .map(broker -> new BrokerForecast(
                        broker,
                        countNow.replicas(broker),
                        countNow.replicas(broker) + incoming.getOrDefault(broker, 0),
                        countAfter.replicas(broker),
                        countNow.leaders(broker),
                        countAfter.leaders(broker),
                        used(disks, broker, 0),
                        used(disks, broker, bytesIn.getOrDefault(broker, 0L)),
                        used(disks, broker, bytesIn.getOrDefault(broker, 0L) - bytesOut.getOrDefault(broker, 0L))))
                .toList();
    }

    /** Of a move that was begun and left, some has arrived already. */
    private static long missing(Move move, BrokerId receiver, Disks disks) {
        return Math.max(0, move.bytes() - disks.bytes(move.partition(), receiver));
    }

    private static OptionalInt used(Disks disks, BrokerId broker, long moreBytes) {
        long total = 0;
        long usable = 0;
        for (Disks.LogDir dir : disks.dirs().getOrDefault(broker, List.of())) {
            if (dir.totalBytes().isEmpty() || dir.usableBytes().isEmpty()) {
                return OptionalInt.empty();
            }
            total += dir.totalBytes().getAsLong();
            usable += dir.usableBytes().getAsLong();
        }
        return total == 0
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.max(0, (total - usable + moreBytes) * 100 / total));
    }

    /** Replicas and leaders by broker. */
    private static final class Count {
        private final Map<BrokerId, Integer> replicas = new HashMap<>();
        private final Map<BrokerId, Integer> leaders = new HashMap<>();

        Count(Cluster cluster) {
            cluster.partitions().forEach(this::add);
        }

        private void add(Partition partition) {
            partition.target().forEach(broker -> replicas.merge(broker, 1, Integer::sum));
            partition.leader().ifPresent(broker -> leaders.merge(broker, 1, Integer::sum));
        }

        int replicas(BrokerId broker) {
            return replicas.getOrDefault(broker, 0);
        }

        int leaders(BrokerId broker) {
            return leaders.getOrDefault(broker, 0);
        }
    }
}
