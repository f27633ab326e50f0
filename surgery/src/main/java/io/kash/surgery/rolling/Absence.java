package io.kash.surgery.rolling;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What would be missing while a broker is away. Pure. */
final class Absence {
    private final Cluster cluster;
    private final BrokerId broker;

    Absence(Cluster cluster, BrokerId broker) {
        this.cluster = cluster;
        this.broker = broker;
    }

    /** The first reason why it must not be away now; what only the broker itself lacks is none. */
    Optional<String> felt(Set<String> accepted) {
        return reassigned().or(this::unwhole).or(() -> stopped(accepted).stream()
                .findFirst());
    }

    private Optional<String> reassigned() {
        return cluster.partitions()
                .filter(Partition::reassigning)
                .findFirst()
                .map(partition -> partition.name() + " is being reassigned");
    }

    private Optional<String> unwhole() {
        return cluster.partitions()
                .flatMap(partition -> partition.target().stream()
                        .filter(replica -> !replica.equals(broker) && !partition.inSync(replica))
                        .map(replica -> partition.name() + ": the replica on broker " + replica + " is not in sync"))
                .findFirst();
    }

    /** Partitions that would have no leader, or refuse writes with acks=all, each in words; those of accepted topics left out. */
    List<String> stopped(Set<String> accepted) {
        List<String> found = new ArrayList<>();
        for (Topic topic : cluster.topics().values()) {
            if (accepted.contains(topic.name())) {
                continue;
            }
            for (Partition partition : topic.partitions()) {
                stopped(topic, partition).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<String> stopped(Topic topic, Partition partition) {
        if (!partition.target().contains(broker)) {
            return Optional.empty();
        }
        long left = partition.isr().stream()
                .filter(replica -> !replica.equals(broker))
                .count();
        if (left == 0) {
            return Optional.of(partition.name() + " would be offline: its only replica in sync is on broker " + broker);
        }
        return left < topic.minInSyncReplicas()
                ? Optional.of(partition.name() + " would have " + left + " in sync of the " + topic.minInSyncReplicas()
                        + " it needs, without broker " + broker)
                : Optional.empty();
    }

    /** The first partition that has not got its replica on the broker back. */
    Optional<String> behind() {
        return cluster.partitions()
                .filter(partition -> partition.target().contains(broker) && !partition.inSync(broker))
                .findFirst()
                .map(partition -> partition.name().toString());
    }
}
