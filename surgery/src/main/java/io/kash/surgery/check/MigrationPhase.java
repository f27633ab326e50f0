package io.kash.surgery.check;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/** A cluster on its way from ZooKeeper to KRaft: moves in that phase leave stray replicas (KAFKA-16120, KAFKA-16121). */
public final class MigrationPhase implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        List<BrokerId> migrating = snapshot.part(BrokerSettings.class)
                .values(BrokerSettings.MIGRATION)
                .getOrDefault("true", List.of());
        return migrating.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        Titles.labelled(migrating) + " with zookeeper.metadata.migration.enable=true: the metadata is"
                                + " on its way to KRaft",
                        "replicas are moved before such a migration or after it, not during",
                        "finish the migration first, or go back to ZooKeeper"));
    }
}
