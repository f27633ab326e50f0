package io.kash.surgery.check;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/**
 * Topics with several replicas that need every one of them in sync: they refuse writes whenever one broker restarts.
 * Looked at partition by partition, since one topic may have partitions of different replication factors.
 */
public final class NoSpareReplica implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        List<String> found = snapshot.part(Cluster.class).topics().values().stream()
                .filter(NoSpareReplica::noneToSpare)
                .map(Topic::name)
                .toList();
        return found.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        Titles.count(found.size(), "topic") + " with no more replicas than min.insync.replicas: "
                                + Titles.names(found),
                        "one replica more than min.insync.replicas, else every restart of a broker stops writes",
                        "give them more replicas, or lower min.insync.replicas"));
    }

    private static boolean noneToSpare(Topic topic) {
        return topic.partitions().stream()
                .mapToInt(partition -> partition.target().size())
                .anyMatch(replicas -> replicas > 1 && replicas <= topic.minInSyncReplicas());
    }
}
