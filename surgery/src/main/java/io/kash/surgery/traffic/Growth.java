package io.kash.surgery.traffic;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Observer;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written to partitions, by how their logs grow. A copy that is allowed less than that never catches up, so it
 * is the floor of every throttle, with three tenths to spare.
 */
final class Growth {
    private static final double SPARE = 1.3;

    private final Observer observer;
    private @Nullable Snapshot before;
    private volatile Map<TopicPartition, Double> perSecond = Map.of();

    Growth(Observer observer) {
        this.observer = observer;
    }

    /** Looks again. */
    void take() {
        Snapshot now = observer.read(Scope.of(new DisksLook(Selection.all())));
        if (before != null) {
            perSecond = between(before, now);
        }
        before = now;
    }

    /** Bytes a second; a log that was cut meanwhile counts as one nobody wrote to. */
    private static Map<TopicPartition, Double> between(Snapshot then, Snapshot now) {
        double seconds = Duration.between(then.observedAt(), now.observedAt()).toMillis() / 1000.0;
        Disks earlier = then.part(Disks.class);
        Disks later = now.part(Disks.class);
        Map<TopicPartition, Double> grown = new HashMap<>();
        for (TopicPartition partition : later.bytes().keySet()) {
            long more = later.bytes(partition) - earlier.bytes(partition);
            if (more > 0 && earlier.bytes(partition) > 0 && seconds > 0) {
                grown.put(partition, more / seconds);
            }
        }
        return grown;
    }

    /** The least rate at which what is being copied now comes to its end, in bytes a second; 0 while it is not known. */
    long floor(Cluster cluster) {
        Map<BrokerId, Double> needed = new HashMap<>();
        cluster.partitions().filter(Partition::reassigning).forEach(partition -> {
            double grows = perSecond.getOrDefault(partition.name(), 0.0);
            partition.adding().forEach(receiver -> needed.merge(receiver, grows, Double::sum));
        });
        // A sender's rate is the same and is shared by all it sends to.
        Map<BrokerId, Double> sent = new HashMap<>();
        cluster.partitions().filter(Partition::reassigning).forEach(partition -> partition
                .leader()
                .ifPresent(leader -> sent.merge(
                        leader,
                        perSecond.getOrDefault(partition.name(), 0.0)
                                * partition.adding().size(),
                        Double::sum)));
        double most = 0;
        for (Map<BrokerId, Double> side : java.util.List.of(needed, sent)) {
            for (double rate : side.values()) {
                most = Math.max(most, rate);
            }
        }
        return (long) Math.ceil(SPARE * most);
    }
}
