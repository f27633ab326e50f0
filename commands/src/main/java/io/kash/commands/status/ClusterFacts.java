package io.kash.commands.status;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Fact;
import io.kash.commands.view.Facts;
import io.kash.commands.view.Units;
import io.kash.surgery.check.Health;
import io.kash.surgery.check.UnwellPartition;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.Cluster;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The head of the status.
 *
 * <pre>
 * lab (confirm)
 *   Observed    2026-07-28T14:02:07Z
 *   Cluster     q3xQkA
 *   Controller  broker 2
 *   Brokers     5 up, 1 down
 *   Topics      31 topics, 612 partitions
 *   Health      1 offline, 2 under min ISR, 1 at min ISR
 * </pre>
 */
final class ClusterFacts {
    private ClusterFacts() {}

    static Facts of(Environment environment, Cluster cluster, Optional<Instant> observedAt) {
        List<UnwellPartition> unwell = UnwellPartition.of(cluster);
        long partitions = cluster.partitions().count();
        long up = cluster.brokers().values().stream().filter(Broker::alive).count();
        long down = cluster.partitions()
                .flatMap(partition -> partition.replicas().stream())
                .distinct()
                .filter(id -> !cluster.alive(id))
                .count();
        long offline = count(unwell, Health.OFFLINE);
        long under = count(unwell, Health.UNDER_MIN_ISR);
        long at = count(unwell, Health.AT_MIN_ISR);
        return Facts.of(
                "cluster",
                title(environment),
                Fact.data("environment", environment.name()),
                Fact.data("protection", environment.protection().word()),
                Fact.of("observed", "Observed", observedAt),
                Fact.of("id", "Cluster", cluster.id()),
                Fact.of("controller", "Controller", cluster.controller())
                        .shown(cluster.controller().map(id -> "broker " + id).orElse("none"))
                        .role(cluster.controller().isPresent() ? Role.PLAIN : Role.BAD),
                Fact.of("brokersUp", "Brokers", up)
                        .shown(up + " up" + (down > 0 ? ", " + down + " down" : ""))
                        .role(down > 0 ? Role.BAD : Role.PLAIN),
                Fact.data("brokersDown", down),
                Fact.data("topics", cluster.topics().size()),
                Fact.of("partitions", "Topics", partitions)
                        .shown(Units.count(cluster.topics().size(), "topic") + ", "
                                + Units.count(partitions, "partition")),
                Fact.data("offline", offline),
                Fact.data("underMinIsr", under),
                Fact.data("atMinIsr", at),
                Fact.of("notFull", "Health", unwell.size())
                        .shown(health(unwell, offline, under, at))
                        .role(offline + under > 0 ? Role.BAD : unwell.isEmpty() ? Role.GOOD : Role.WARNING));
    }

    static Line title(Environment environment) {
        return Line.of(environment.name() + " (" + environment.protection().word() + ")", Role.STRONG);
    }

    private static String health(List<UnwellPartition> unwell, long offline, long under, long at) {
        return unwell.isEmpty()
                ? "every replica is in sync"
                : Units.count(offline) + " offline, " + Units.count(under) + " under min ISR, " + Units.count(at)
                        + " at min ISR, "
                        + Units.count(count(unwell, Health.UNDER_REPLICATED)) + " under-replicated";
    }

    private static long count(List<UnwellPartition> unwell, Health health) {
        return unwell.stream().filter(partition -> partition.health() == health).count();
    }
}
