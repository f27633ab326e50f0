package io.kash.surgery.check;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Replicas on brokers that do not belong to the partition: left by a cancelled or interrupted move (KAFKA-13972). They
 * take room, and nobody uses them.
 */
public final class StrayReplicas implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        Cluster cluster = snapshot.part(Cluster.class);
        List<String> strays = new ArrayList<>();
        snapshot.part(Disks.class).bytes().forEach((name, byBroker) -> cluster.partition(name)
                .ifPresent(partition -> new TreeMap<>(byBroker).forEach((broker, bytes) -> {
                    if (!partition.replicas().contains(broker)) {
                        strays.add(name + " on broker " + broker + " (" + bytes + " bytes)");
                    }
                })));
        return strays.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        Titles.count(strays.size(), "stray replica") + ": " + Titles.names(strays),
                        "a broker holds only replicas of partitions that list it",
                        "wait a minute, for a move that has just ended removes them itself; else restart the broker,"
                                + " which removes what it does not own"));
    }
}
