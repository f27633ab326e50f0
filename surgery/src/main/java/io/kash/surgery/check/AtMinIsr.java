package io.kash.surgery.check;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/** Partitions that refuse writes with acks=all as soon as one more replica falls out of sync. */
public final class AtMinIsr implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        List<String> found = UnwellPartition.of(snapshot.part(Cluster.class)).stream()
                .filter(partition -> partition.health() == Health.AT_MIN_ISR)
                .map(UnwellPartition::brief)
                .toList();
        return found.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        Titles.count(found.size(), "partition") + " at min.insync.replicas: " + Titles.names(found),
                        "one more in sync than min.insync.replicas",
                        "start the brokers that are missing, or wait until they have caught up"));
    }
}
