package io.kash.commands.status;

import io.kash.commands.broker.BrokerRow;
import io.kash.commands.broker.BrokerState;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Column;
import io.kash.commands.view.Table;
import io.kash.surgery.kafka.BrokerId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The brokers of one fleet in one zone.
 *
 * <pre>
 * FLEET  ZONE  UP     NOT UP
 * new    a     11,14  -
 * old    b     -      2
 * </pre>
 */
record FleetRow(String fleet, String zone, List<BrokerId> up, List<BrokerId> notUp) {
    static final Table<FleetRow> TABLE = Table.of(
            Column.text("fleet", "FLEET", FleetRow::fleet),
            Column.text("zone", "ZONE", FleetRow::zone),
            Column.text("up", "UP", FleetRow::up),
            Column.<FleetRow>text("notUp", "NOT UP", FleetRow::notUp)
                    .role(row -> row.notUp().isEmpty() ? Role.PLAIN : Role.BAD));

    static List<FleetRow> of(List<BrokerRow> brokers) {
        Map<List<String>, List<BrokerRow>> together = brokers.stream()
                .filter(broker -> broker.state() != BrokerState.ABSENT)
                .sorted(Comparator.comparing((BrokerRow broker) -> fleet(broker))
                        .thenComparing(broker -> zone(broker)))
                .collect(Collectors.groupingBy(
                        broker -> List.of(fleet(broker), zone(broker)), LinkedHashMap::new, Collectors.toList()));
        return together.values().stream().map(FleetRow::row).toList();
    }

    private static FleetRow row(List<BrokerRow> together) {
        return new FleetRow(fleet(together.get(0)), zone(together.get(0)), ids(together, true), ids(together, false));
    }

    private static String fleet(BrokerRow broker) {
        return broker.fleet().orElse("");
    }

    private static String zone(BrokerRow broker) {
        return broker.rack().orElse("");
    }

    private static List<BrokerId> ids(List<BrokerRow> brokers, boolean up) {
        return brokers.stream()
                .filter(broker -> (broker.state() == BrokerState.UP) == up)
                .map(BrokerRow::id)
                .toList();
    }
}
