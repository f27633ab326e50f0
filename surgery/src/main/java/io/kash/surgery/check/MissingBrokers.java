package io.kash.surgery.check;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Brokers that partitions list and that are not there. Kafka never gives their replicas to others by itself. */
public final class MissingBrokers implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        Cluster cluster = snapshot.part(Cluster.class);
        SortedMap<BrokerId, Integer> missing = new TreeMap<>();
        cluster.partitions()
                .flatMap(partition -> partition.target().stream())
                .filter(broker -> !cluster.alive(broker))
                .forEach(broker -> missing.merge(broker, 1, Integer::sum));
        List<String> found = missing.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + Titles.count(entry.getValue(), "replica") + ", "
                        + (cluster.broker(entry.getKey()).isPresent() ? "fenced" : "not registered") + ")")
                .toList();
        return found.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        Titles.count(found.size(), "broker") + (found.size() == 1 ? " holds" : " hold")
                                + " replicas and " + (found.size() == 1 ? "is" : "are") + " not there: "
                                + Titles.names(found),
                        "every replica is on a broker that is registered and not fenced",
                        "start " + (found.size() == 1 ? "it" : "them") + " with the old disk, or give the replicas to"
                                + " others with broker drain " + Titles.brokers(missing.keySet())));
    }
}
