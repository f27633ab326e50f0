package io.kash.commands.status;

import io.kash.commands.terminal.Role;
import io.kash.commands.view.Column;
import io.kash.commands.view.Table;
import io.kash.surgery.check.FullDisks;
import io.kash.surgery.check.MixedRacks;
import io.kash.surgery.check.NoSpareReplica;
import io.kash.surgery.check.OfflineLogDirs;
import io.kash.surgery.check.SingleReplicas;
import io.kash.surgery.check.UncleanElection;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Finding.Severity;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the checks of preflight say before there is anything to fly. Partitions out of sync are not repeated here: the
 * status lists them one by one.
 *
 * <pre>
 * SEVERITY  FOUND                                  BETTER
 * refusal   1 broker without a rack: 4             set broker.rack in their configuration and restart them
 * </pre>
 */
final class Findings {
    static final Table<Finding> TABLE = Table.of(
            Column.<Finding>text("severity", "SEVERITY", finding -> finding.severity()
                            .name()
                            .toLowerCase(Locale.ROOT))
                    .shown(finding -> finding.severity() == Severity.REFUSAL ? "stops moves" : "warning")
                    .role(finding -> finding.severity() == Severity.REFUSAL ? Role.BAD : Role.WARNING),
            Column.text("what", "FOUND", Finding::what),
            Column.data("limit", Finding::limit),
            Column.text("lift", "BETTER", Finding::lift));

    private static final List<Check> OF_CLUSTER =
            List.of(new MixedRacks(), new UncleanElection(), new SingleReplicas(), new NoSpareReplica());
    private static final List<Check> OF_DISKS = List.of(new FullDisks(), new OfflineLogDirs());

    private Findings() {}

    /** @param snapshot may lack the disks */
    static List<Finding> of(Snapshot snapshot) {
        return Stream.concat(
                        snapshot.find(Cluster.class).isPresent() ? OF_CLUSTER.stream() : Stream.of(),
                        snapshot.find(Disks.class).isPresent() ? OF_DISKS.stream() : Stream.of())
                .flatMap(check -> check.look(snapshot).stream())
                .toList();
    }
}
