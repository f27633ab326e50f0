package io.kash.surgery.check;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * Reassignments onto brokers that are not there. The controller waits for them for ever; in ZooKeeper mode entries of
 * brokers that no longer exist can outlive the controller (KAFKA-9478).
 */
public final class DeadTargets implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        Cluster cluster = snapshot.part(Cluster.class);
        List<Finding> findings = new ArrayList<>();
        cluster.partitions().filter(Partition::reassigning).forEach(partition -> {
            List<BrokerId> dead = partition.adding().stream()
                    .filter(broker -> !cluster.alive(broker))
                    .toList();
            if (!dead.isEmpty()) {
                findings.add(Finding.refusal(
                        partition.name() + " is being moved onto " + Titles.labelled(dead) + ", which "
                                + (dead.size() == 1 ? "is" : "are") + " not there",
                        "a move onto a broker that is down never ends",
                        "start " + Titles.labelled(dead) + ", or reassignments cancel " + partition.name()));
            }
        });
        return findings;
    }
}
