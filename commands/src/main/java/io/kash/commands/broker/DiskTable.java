package io.kash.commands.broker;

import io.kash.commands.terminal.Role;
import io.kash.commands.view.Column;
import io.kash.commands.view.Table;
import io.kash.surgery.check.DiskUse;
import io.kash.surgery.check.FullDisks;
import java.util.ArrayList;
import java.util.List;

/** Log directories as tables. */
public final class DiskTable {
    private DiskTable() {}

    /** For a list over several brokers. */
    public static Table<DiskUse> ofAll() {
        List<Column<DiskUse>> columns = new ArrayList<>();
        columns.add(Column.number("broker", "BROKER", DiskUse::broker));
        columns.addAll(ofBroker().columns());
        return new Table<>(columns);
    }

    public static Table<DiskUse> ofBroker() {
        return Table.of(
                Column.text("path", "DIRECTORY", use -> use.dir().path()),
                Column.<DiskUse>text("state", "STATE", use -> use.online() ? "online" : "offline")
                        .role(use -> use.online() ? Role.GOOD : Role.BAD),
                Column.<DiskUse>percent("usedPercent", "USED", DiskUse::percent)
                        .role(use -> use.percent().orElse(0) > FullDisks.LIMIT_PERCENT ? Role.WARNING : Role.PLAIN),
                Column.bytes("freeBytes", "FREE", use -> use.dir().usableBytes()),
                Column.bytes("totalBytes", "SIZE", use -> use.dir().totalBytes()),
                Column.text("error", "ERROR", use -> use.dir().error()));
    }
}
