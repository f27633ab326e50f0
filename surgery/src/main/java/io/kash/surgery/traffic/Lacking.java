package io.kash.surgery.traffic;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.operation.Observer;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.problem.ProblemException;
import io.kash.surgery.throttle.Headway.Copy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What copies in flight lack of what their leaders hold. Only such as nothing but a rate keeps from their end: those to
 * brokers that are not there, or without a leader, are no measure.
 */
final class Lacking {
    private final Observer observer;
    private Map<Copy, Long> last = Map.of();

    Lacking(Observer observer) {
        this.observer = observer;
    }

    /**
     * Looks at the brokers that send and receive. What cannot be looked at is as it was: nothing came nearer as far as
     * anybody knows.
     */
    Map<Copy, Long> look(Cluster cluster) {
        List<Partition> moving = cluster.partitions()
                .filter(partition -> !partition.adding().isEmpty())
                .filter(partition -> partition.leader().filter(cluster::alive).isPresent())
                .toList();
        Optional<Disks> disks = disks(moving);
        Map<Copy, Long> now = new HashMap<>();
        for (Partition partition : moving) {
            for (BrokerId receiver : partition.adding()) {
                Copy copy = new Copy(partition.name(), receiver);
                if (cluster.alive(receiver) && !partition.inSync(receiver)) {
                    now.put(
                            copy,
                            disks.map(sizes -> lacking(partition, receiver, sizes))
                                    .orElse(last.getOrDefault(copy, 0L)));
                }
            }
        }
        last = now;
        return now;
    }

    private static long lacking(Partition partition, BrokerId receiver, Disks sizes) {
        long wanted = partition
                .leader()
                .map(leader -> sizes.bytes(partition.name(), leader))
                .orElse(0L);
        return Math.max(0, wanted - sizes.bytes(partition.name(), receiver));
    }

    private Optional<Disks> disks(List<Partition> moving) {
        TreeSet<BrokerId> brokers = new TreeSet<>();
        moving.forEach(partition -> {
            brokers.addAll(partition.adding());
            partition.leader().ifPresent(brokers::add);
        });
        if (brokers.isEmpty()) {
            return Optional.empty();
        }
        try {
            return observer.read(Scope.of(new DisksLook(Selection.of(brokers)))).find(Disks.class);
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }
}
