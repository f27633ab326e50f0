package io.kash.surgery.movement;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.plan.Finding;
import java.util.Optional;

/**
 * When a reassignment may be cancelled: enough of the original replicas must be alive and in sync to lead and to take
 * writes. In ZooKeeper mode Kafka cancels without looking, and a partition whose originals are gone loses its last copy
 * (KAFKA-14424).
 */
final class CancelSafety {
    private CancelSafety() {}

    /** At least min.insync.replicas originals, or all of them where there are fewer. */
    static Optional<Finding> objection(Partition partition, Topic topic, Cluster cluster) {
        long healthy = partition.original().stream()
                .filter(broker -> cluster.alive(broker) && partition.inSync(broker))
                .count();
        int needed = Math.min(topic.minInSyncReplicas(), partition.original().size());
        return healthy >= Math.max(1, needed)
                ? Optional.empty()
                : Optional.of(Finding.refusal(
                        partition.name() + ": of its original replicas " + Titles.brokers(partition.original())
                                + " only " + healthy + (healthy == 1 ? " is" : " are") + " alive and in sync",
                        "at least " + Math.max(1, needed) + " must be, or cancelling loses records",
                        "let the reassignment finish, or start the original brokers and wait until they are in sync"));
    }
}
