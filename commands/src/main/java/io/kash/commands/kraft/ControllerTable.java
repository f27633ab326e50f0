package io.kash.commands.kraft;

import io.kash.commands.terminal.Role;
import io.kash.commands.view.Column;
import io.kash.commands.view.Table;
import io.kash.commands.view.Units;
import io.kash.surgery.kafka.ControllerEndpoint;
import io.kash.surgery.kafka.ControllerView;
import io.kash.surgery.kafka.MetadataQuorum;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The controllers of a quorum.
 *
 * <pre>
 *  ID  ROLE      LAG  IN SYNC  FOLLOWS  ENDPOINT         ZONE  DIRECTORY               PROBLEM
 * 101  leader      0  now          101  127.60.1.16:9093  a     ZfL5acKdSuCDP4nxA7AWsw  -
 * 104  observer    6  1m ago         -  127.60.1.17:9093  a     S7x_TzdDyiv0QsKzWPM6QQ  has not fetched for 60 s
 * </pre>
 */
final class ControllerTable {
    private ControllerTable() {}

    static Table<ControllerView> of(MetadataQuorum quorum, Map<Integer, String> zones) {
        return Table.of(
                Column.number("id", "ID", ControllerView::id),
                Column.<ControllerView>text("role", "ROLE", view -> view.role().word())
                        .role(view -> view.leads() ? Role.STRONG : Role.PLAIN),
                Column.count("lag", "LAG", ControllerView::lag),
                Column.<ControllerView>text("inSyncMillis", "IN SYNC", ControllerView::caughtUpMillis)
                        .shown(view -> ago(view.caughtUpMillis()))
                        .role(view -> view.inSync() ? Role.GOOD : Role.BAD),
                Column.number("follows", "FOLLOWS", view -> view.word().leader()),
                Column.text("endpoint", "ENDPOINT", view -> view.endpoint().map(ControllerEndpoint::address)),
                Column.data("listener", view -> view.endpoint().map(ControllerEndpoint::listener)),
                Column.text("zone", "ZONE", view -> Optional.ofNullable(zones.get(view.id()))),
                Column.text("directory", "DIRECTORY", view -> view.key().directory()),
                Column.<ControllerView>text("problem", "PROBLEM", view -> quorum.unwell(view)
                                .orElse(""))
                        .role(view -> quorum.unwell(view).isEmpty() ? Role.PLAIN : Role.BAD));
    }

    private static String ago(OptionalLong millis) {
        return millis.isPresent() ? Units.ago(Duration.ofMillis(millis.getAsLong())) : "never";
    }
}
