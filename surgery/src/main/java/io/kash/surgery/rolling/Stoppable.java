package io.kash.surgery.rolling;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Set;

/** Partitions that would lose their only leader, or take no writes, while one of the brokers is away. */
final class Stoppable implements Check {
    private final List<BrokerId> brokers;
    private final Set<String> accepted;

    Stoppable(List<BrokerId> brokers, Set<String> accepted) {
        this.brokers = brokers;
        this.accepted = accepted;
    }

    @Override
    public List<Finding> look(Snapshot snapshot) {
        Cluster cluster = snapshot.part(Cluster.class);
        List<String> stopped = brokers.stream()
                .flatMap(broker -> new Absence(cluster, broker).stopped(accepted).stream())
                .toList();
        return stopped.isEmpty()
                ? List.of()
                : List.of(Finding.refusal(
                        Titles.names(stopped),
                        "no partition goes offline or under min.insync.replicas for a restart",
                        "give the topics more replicas; or accept it for each by its name: --accept <topic>"));
    }
}
