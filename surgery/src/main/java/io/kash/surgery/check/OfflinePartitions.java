package io.kash.surgery.check;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/** Partitions without a leader. They cannot be copied from anywhere, so no move of them would ever end. */
public final class OfflinePartitions implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        List<String> found = UnwellPartition.of(snapshot.part(Cluster.class)).stream()
                .filter(partition -> partition.health() == Health.OFFLINE)
                .map(UnwellPartition::brief)
                .toList();
        return found.isEmpty()
                ? List.of()
                : List.of(Finding.refusal(
                        Titles.count(found.size(), "partition") + " without a leader: " + Titles.names(found),
                        "every partition has a leader",
                        "start a broker of its ISR again; the ISR is what can bring it back without loss"));
    }
}
