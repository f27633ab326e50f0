package io.kash.commands.status;

import io.kash.commands.terminal.Role;
import io.kash.commands.view.Column;
import io.kash.commands.view.Table;
import io.kash.surgery.check.Health;
import io.kash.surgery.check.UnwellPartition;

/**
 * Partitions that are not fully in sync, with what survives.
 *
 * <pre>
 * PARTITION   STATE          MIN ISR  ISR  REPLICAS  LEADER
 * payments-7  under min ISR        2  1    1,2,3          1
 * </pre>
 */
final class UnwellTable {
    static final Table<UnwellPartition> TABLE = Table.of(
            Column.text("partition", "PARTITION", row -> row.name().toString()),
            Column.<UnwellPartition>text("state", "STATE", row -> row.health().words())
                    .role(row -> row.health().compareTo(Health.UNDER_MIN_ISR) <= 0 ? Role.BAD : Role.WARNING),
            Column.number("minInSyncReplicas", "MIN ISR", row -> row.topic().minInSyncReplicas()),
            Column.text("isr", "ISR", row -> row.partition().isr()),
            Column.text("replicas", "REPLICAS", row -> row.partition().replicas()),
            Column.number("leader", "LEADER", row -> row.partition().leader()));

    private UnwellTable() {}
}
