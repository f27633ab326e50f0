package io.kash.commands.throttles;

import io.kash.commands.view.Column;
import io.kash.commands.view.Table;
import io.kash.commands.view.Units;
import io.kash.surgery.kafka.AlterConfigs.Resource;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Throttles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** One setting that throttles replication. */
public record ThrottleRow(Resource resource, String name, String key, String value) {
    /** Brokers first, in order of ids; then topics. */
    public static List<ThrottleRow> of(Throttles throttles) {
        List<ThrottleRow> rows = new ArrayList<>();
        throttles.brokers().forEach((broker, settings) -> new TreeMap<>(settings)
                .forEach((key, value) -> rows.add(new ThrottleRow(Resource.BROKER, broker.toString(), key, value))));
        throttles.topics().forEach((topic, settings) -> new TreeMap<>(settings)
                .forEach((key, value) -> rows.add(new ThrottleRow(Resource.TOPIC, topic, key, value))));
        return rows;
    }

    /** A table of settings of a thing already named. */
    public static Table<ThrottleRow> settings() {
        return Table.of(
                Column.text("key", "KEY", ThrottleRow::key),
                Column.<ThrottleRow>text("value", "VALUE", ThrottleRow::value).shown(ThrottleRow::readable));
    }

    public boolean isOf(BrokerId broker) {
        return resource == Resource.BROKER && name.equals(broker.toString());
    }

    /** {@code broker} or {@code topic}. */
    public String sort() {
        return resource.name().toLowerCase(Locale.ROOT);
    }

    /** Names it among all settings. */
    String identity() {
        return sort() + " " + name + " " + key;
    }

    /** Rates as people write them; lists of replicas as they are. */
    String readable() {
        if (!Throttles.BROKER_KEYS.contains(key)) {
            return value;
        }
        try {
            long rate = Long.parseLong(value);
            return rate < 0 ? value : Units.rate(rate);
        } catch (NumberFormatException e) {
            return value;
        }
    }
}
