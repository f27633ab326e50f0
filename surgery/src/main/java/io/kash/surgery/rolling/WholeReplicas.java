package io.kash.surgery.rolling;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/** Partitions with a replica out of sync: taking another broker away would take away what stands in for it. */
final class WholeReplicas implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        List<TopicPartition> lacking = snapshot.part(Cluster.class)
                .partitions()
                .filter(partition -> !partition.isr().containsAll(partition.target()))
                .map(Partition::name)
                .toList();
        return lacking.isEmpty()
                ? List.of()
                : List.of(Finding.refusal(
                        Titles.count(lacking.size(), "partition") + (lacking.size() == 1 ? " has" : " have")
                                + " a replica that is not in sync: " + Titles.names(lacking),
                        "every replica in sync before a broker is taken away",
                        "start the brokers that are missing, or wait until they have caught up"));
    }
}
