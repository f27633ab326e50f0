package io.kash.surgery.check;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Settings that should be the same on every broker and are not: what happens depends on which broker it happens on. */
public final class DifferingSettings implements Check {
    private static final List<String> SAME = List.of(
            BrokerSettings.PROTOCOL,
            BrokerSettings.UNCLEAN_ELECTION,
            BrokerSettings.MIN_IN_SYNC,
            BrokerSettings.REPLICATION_FACTOR,
            BrokerSettings.ZOOKEEPER);

    @Override
    public List<Finding> look(Snapshot snapshot) {
        BrokerSettings settings = snapshot.part(BrokerSettings.class);
        List<Finding> findings = new ArrayList<>();
        for (String key : SAME) {
            SortedMap<String, List<BrokerId>> values = settings.values(key);
            if (values.size() > 1) {
                findings.add(Finding.warning(
                        "brokers differ in " + key + ": " + described(values),
                        "the same on every broker, else it depends on the broker what happens",
                        "set it alike and restart the brokers that differ, one at a time"));
            }
        }
        return findings;
    }

    private static String described(SortedMap<String, List<BrokerId>> values) {
        return Titles.names(values.entrySet().stream()
                .map(entry -> entry.getKey() + " on " + Titles.labelled(entry.getValue()))
                .toList());
    }
}
