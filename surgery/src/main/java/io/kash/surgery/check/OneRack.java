package io.kash.surgery.check;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;

/** Partitions whose replicas are all in one rack of several: with the rack goes the partition. */
public final class OneRack implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        Cluster cluster = snapshot.part(Cluster.class);
        long racks = cluster.brokers().values().stream()
                .flatMap(broker -> broker.rack().stream())
                .distinct()
                .count();
        List<String> found = racks < 2
                ? List.of()
                : cluster.partitions()
                        .filter(partition -> partition.target().size() > 1)
                        .filter(partition -> inOne(cluster, partition))
                        .map(partition -> partition.name() + " ("
                                + cluster.rack(partition.target().get(0)).orElse("") + ")")
                        .toList();
        return found.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        Titles.count(found.size(), "partition") + " with all replicas in one rack: "
                                + Titles.names(found),
                        "replicas are spread over racks, else the loss of one rack stops the partition",
                        "topics move spreads what it moves"));
    }

    private static boolean inOne(Cluster cluster, Partition partition) {
        List<Optional<String>> racks =
                partition.target().stream().map(cluster::rack).distinct().toList();
        return racks.size() == 1 && racks.get(0).isPresent();
    }
}
