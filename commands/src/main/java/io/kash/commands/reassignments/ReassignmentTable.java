package io.kash.commands.reassignments;

import io.kash.commands.terminal.Role;
import io.kash.commands.view.Column;
import io.kash.commands.view.Table;
import io.kash.commands.view.Units;

/**
 * Reassignments as a table.
 *
 * <pre>
 * PARTITION   FROM   TO      ADDING  REMOVING  COPIED                    OWNER     FIRST SEEN
 * payments-7  1,2,3  11,2,3  11      1         37 % of 18.2 GiB          7f3a      3m 10s ago
 * </pre>
 */
public final class ReassignmentTable {
    public static final Table<ReassignmentRow> TABLE = Table.of(
            Column.text("partition", "PARTITION", row -> row.name().toString()),
            Column.text("from", "FROM", ReassignmentRow::from),
            Column.text("to", "TO", ReassignmentRow::to),
            Column.text("adding", "ADDING", row -> row.partition().adding()),
            Column.text("removing", "REMOVING", row -> row.partition().removing()),
            Column.<ReassignmentRow>text(
                            "copiedBytes", "COPIED", row -> row.copy().map(ReassignmentRow.Copy::done))
                    .shown(ReassignmentTable::copied),
            Column.data("totalBytes", row -> row.copy().map(ReassignmentRow.Copy::total)),
            Column.<ReassignmentRow>text("owner", "OWNER", ReassignmentRow::owner)
                    .shown(row -> row.owner().orElse("not ours"))
                    .role(row -> row.owner().isPresent() ? Role.PLAIN : Role.WARNING),
            Column.<ReassignmentRow>text("firstSeen", "FIRST SEEN", ReassignmentRow::firstSeen)
                    .shown(row -> Units.ago(row.age())));

    private ReassignmentTable() {}

    private static String copied(ReassignmentRow row) {
        return row.copy()
                .map(copy -> Units.percent(copy.done(), copy.total()) + " of " + Units.bytes(copy.total()))
                .orElse("not known");
    }
}
