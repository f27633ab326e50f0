package io.kash.surgery.check;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/** Partitions that refuse writes with acks=all because too few replicas are in sync. */
public final class UnderMinIsr implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        List<String> found = UnwellPartition.of(snapshot.part(Cluster.class)).stream()
                .filter(partition -> partition.health() == Health.UNDER_MIN_ISR)
                .map(UnwellPartition::brief)
                .toList();
        return found.isEmpty()
                ? List.of()
                : List.of(Finding.refusal(
                        Titles.count(found.size(), "partition") + " under min.insync.replicas: " + Titles.names(found),
                        "at least min.insync.replicas in sync",
                        "start the brokers that are missing, or wait until they have caught up"));
    }
}
