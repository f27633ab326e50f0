package io.kash.surgery.check;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Replicas on disks whose topics are not listed. A topic this principal may not describe is left out of every list without
 * a word (KafkaApis), and a drain would call a broker empty that is not.
 */
public final class HiddenReplicas implements Check {
    private final Predicate<BrokerId> where;

    private HiddenReplicas(Predicate<BrokerId> where) {
        this.where = where;
    }

    public static HiddenReplicas anywhere() {
        return new HiddenReplicas(broker -> true);
    }

    public static HiddenReplicas on(Set<BrokerId> brokers) {
        return new HiddenReplicas(brokers::contains);
    }

    @Override
    public List<Finding> look(Snapshot snapshot) {
        Cluster cluster = snapshot.part(Cluster.class);
        TreeSet<String> hidden = new TreeSet<>();
        snapshot.part(Disks.class).bytes().forEach((name, byBroker) -> {
            if (cluster.topic(name.topic()).isEmpty()
                    && byBroker.keySet().stream().anyMatch(where)) {
                hidden.add(name.topic());
            }
        });
        return hidden.isEmpty()
                ? List.of()
                : List.of(Finding.refusal(
                        "the brokers' disks hold replicas of topics that are not listed: " + Titles.names(hidden),
                        "every replica on a broker must be seen before it can be called empty",
                        "give this principal DESCRIBE on all topics; for a topic that was deleted, wait until its"
                                + " files are gone"));
    }
}
