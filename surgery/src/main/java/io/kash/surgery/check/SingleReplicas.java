package io.kash.surgery.check;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/** Topics with one replica: whatever stops its broker stops them, so no promise can be made for them. */
public final class SingleReplicas implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        List<String> found = snapshot.part(Cluster.class).topics().values().stream()
                .filter(topic -> topic.partitions().stream()
                        .anyMatch(partition -> partition.target().size() == 1))
                .map(Topic::name)
                .toList();
        return found.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        Titles.count(found.size(), "topic") + " with one replica: " + Titles.names(found),
                        "two replicas or more; with one, a stopped broker stops the topic and a lost disk loses it",
                        "give them more replicas"));
    }
}
