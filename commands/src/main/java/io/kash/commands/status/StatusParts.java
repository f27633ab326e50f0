package io.kash.commands.status;

import io.kash.commands.broker.BrokerFleets;
import io.kash.commands.broker.BrokerRow;
import io.kash.commands.broker.DiskTable;
import io.kash.commands.reassignments.ReassignmentRow;
import io.kash.commands.reassignments.ReassignmentTable;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.throttles.OwnedThrottle;
import io.kash.commands.view.Column;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Section;
import io.kash.commands.view.Table;
import io.kash.commands.view.Units;
import io.kash.commands.zk.EnsembleState;
import io.kash.commands.zk.ServerTable;
import io.kash.surgery.check.DiskUse;
import io.kash.surgery.check.UnwellPartition;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.zookeeper.Ensemble;
import java.util.List;
import java.util.Optional;

/** The parts of the status, each from what was read for it. A terminal shows the first rows of each. */
final class StatusParts {
    private static final int MOST = 10;
    private static final int DISKS = 3;

    private static final Table<String> LINES = Table.of(Column.text("operation", "OPERATION", line -> line));

    private StatusParts() {}

    static Section brokers(Environment environment, Cluster cluster, Optional<Disks> disks) {
        Disks known = disks.orElseGet(() -> new Disks(new java.util.TreeMap<>(), new java.util.TreeMap<>()));
        List<BrokerRow> brokers = BrokerRow.of(cluster, known, new BrokerFleets(environment));
        return Rows.of("brokers", FleetRow.TABLE, FleetRow.of(brokers), "none is registered")
                .titled(Line.of("Brokers", Role.STRONG))
                .atMost(MOST);
    }

    static Section unwell(Cluster cluster) {
        List<UnwellPartition> unwell = UnwellPartition.of(cluster);
        return listed("partitions", "Partitions not fully in sync", UnwellTable.TABLE, unwell);
    }

    static Section disks(Disks disks) {
        return Rows.of("disks", DiskTable.ofAll(), DiskUse.of(disks), "no broker answered about its disks")
                .titled(Line.of("Fullest disks", Role.STRONG))
                .atMost(DISKS);
    }

    static Section reassignments(List<ReassignmentRow> rows) {
        long ours = rows.stream().filter(row -> row.owner().isPresent()).count();
        return Rows.of("reassignments", ReassignmentTable.TABLE, rows, "")
                .titled(foreign("Reassignments", rows.size(), ours))
                .atMost(MOST);
    }

    static Section throttles(List<OwnedThrottle> rows, boolean anySilent) {
        long ours = rows.stream().filter(row -> row.owner().isPresent()).count();
        return Rows.of("throttles", OwnedThrottle.TABLE, rows, "")
                .titled(
                        rows.isEmpty() && anySilent
                                ? Heading.of("Throttles", "none on the brokers that answered", Role.WARNING)
                                : foreign("Throttles", rows.size(), ours))
                .atMost(MOST);
    }

    static Section ensemble(Ensemble ensemble) {
        boolean well = ensemble.servers().stream().allMatch(Ensemble.Server::answered);
        return Rows.of("zookeeper", ServerTable.TABLE, ensemble.servers(), "")
                .titled(Heading.of("ZooKeeper", EnsembleState.summary(ensemble), well ? Role.GOOD : Role.BAD))
                .atMost(MOST);
    }

    static Section noEnsemble() {
        return Rows.of("zookeeper", ServerTable.TABLE, List.of(), "")
                .titled(Heading.of("ZooKeeper", "not named in this environment", Role.FAINT));
    }

    static Section findings(List<Finding> findings) {
        return listed("findings", "Findings", Findings.TABLE, findings);
    }

    static Section operations(List<String> lines) {
        return listed("operations", "Recent operations", LINES, lines);
    }

    private static <T> Section listed(String name, String subject, Table<T> table, List<T> rows) {
        Line title = rows.isEmpty() ? Heading.of(subject, "none", Role.FAINT) : Line.of(subject, Role.STRONG);
        return Rows.of(name, table, rows, "").titled(title).atMost(MOST);
    }

    private static Line foreign(String subject, long all, long ours) {
        if (all == 0) {
            return Heading.of(subject, "none", Role.FAINT);
        }
        String whose = ours == all ? "all ours" : Units.count(all - ours) + " not ours";
        return Heading.of(subject, Units.count(all) + ", " + whose, ours == all ? Role.PLAIN : Role.WARNING);
    }
}
