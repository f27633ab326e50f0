package io.kash.commands.topics;

import io.kash.commands.terminal.Role;
import io.kash.commands.view.Column;
import io.kash.commands.view.Table;
import io.kash.surgery.check.Health;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.Topic;
import java.util.List;
import java.util.OptionalLong;

/**
 * One partition of a topic.
 *
 * @param bytes one copy of it; empty when no broker said
 */
record PartitionRow(Partition partition, Health health, OptionalLong bytes) {
    static final Table<PartitionRow> TABLE = Table.of(
            Column.number(
                    "partition", "PARTITION", row -> row.partition().name().partition()),
            Column.<PartitionRow>text("state", "STATE", row -> row.health().words())
                    .role(PartitionRow::role),
            Column.number("leader", "LEADER", row -> row.partition().leader()),
            Column.text("replicas", "REPLICAS", row -> row.partition().replicas()),
            Column.text("isr", "ISR", row -> row.partition().isr()),
            Column.<PartitionRow>text(
                            "reassigning", "REASSIGNING", row -> row.partition().reassigning())
                    .shown(PartitionRow::change),
            Column.data("adding", row -> row.partition().adding()),
            Column.data("removing", row -> row.partition().removing()),
            Column.bytes("bytes", "SIZE", PartitionRow::bytes));

    static List<PartitionRow> of(Topic topic, Disks disks) {
        return topic.partitions().stream()
                .map(partition -> new PartitionRow(
                        partition,
                        Health.of(topic, partition),
                        disks.bytes().containsKey(partition.name())
                                ? OptionalLong.of(disks.bytes(partition.name()))
                                : OptionalLong.empty()))
                .toList();
    }

    /** {@code +11 -1}. */
    private String change() {
        if (!partition.reassigning()) {
            return "-";
        }
        String adding = partition.adding().isEmpty() ? "" : "+" + Titles.brokers(partition.adding());
        String removing = partition.removing().isEmpty() ? "" : "-" + Titles.brokers(partition.removing());
        return (adding + " " + removing).strip();
    }

    private Role role() {
        return switch (health) {
            case OFFLINE, UNDER_MIN_ISR -> Role.BAD;
            case AT_MIN_ISR, UNDER_REPLICATED -> Role.WARNING;
            case FULL -> Role.GOOD;
        };
    }
}
