package io.kash.surgery.check;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/** Partitions led by another replica than the preferred one: load is not where it was meant to be. */
public final class PreferredLeaders implements Check {
    /** Whether the preferred replica leads. */
    public static boolean leads(Partition partition) {
        return partition.leader().isPresent()
                && partition.target().get(0).equals(partition.leader().get());
    }

    @Override
    public List<Finding> look(Snapshot snapshot) {
        List<TopicPartition> astray = snapshot.part(Cluster.class)
                .partitions()
                .filter(partition -> partition.leader().isPresent() && !partition.reassigning() && !leads(partition))
                .map(Partition::name)
                .toList();
        return astray.isEmpty()
                ? List.of()
                : List.of(Finding.note(
                        Titles.count(astray.size(), "partition") + " not led by the preferred replica: "
                                + Titles.names(astray),
                        "the first replica leads, so that leaders are spread as they were placed",
                        "leaders elect"));
    }
}
