package io.kash.surgery.check;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import java.util.Comparator;
import java.util.List;

/** A partition of which not every replica is in sync. */
public record UnwellPartition(Health health, Topic topic, Partition partition) {
    /** All of them, the worst first, then by name. */
    public static List<UnwellPartition> of(Cluster cluster) {
        return cluster.topics().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new UnwellPartition(Health.of(topic, partition), topic, partition)))
                .filter(unwell -> unwell.health() != Health.FULL)
                .sorted(Comparator.comparing(UnwellPartition::health).thenComparing(UnwellPartition::name))
                .toList();
    }

    public TopicPartition name() {
        return partition.name();
    }

    /** {@code payments-7 (ISR 1 of 1,2,3)}. */
    String brief() {
        return name() + " (ISR " + (partition.isr().isEmpty() ? "none" : Titles.brokers(partition.isr())) + " of "
                + Titles.brokers(partition.replicas()) + ")";
    }
}
