package io.kash.surgery.fake;

import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Throttles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What brokers and topics are configured with, as Kafka changes it: whole values, and entries of lists. */
final class SimulatedSettings {
    private final SortedMap<BrokerId, Map<String, String>> brokers = new TreeMap<>();
    private final SortedMap<String, Map<String, String>> topics = new TreeMap<>();

    void set(BrokerId broker, String key, String value) {
        brokers.computeIfAbsent(broker, b -> new TreeMap<>()).put(key, value);
    }

    void set(String topic, String key, String value) {
        topics.computeIfAbsent(topic, t -> new TreeMap<>()).put(key, value);
    }

    void unset(BrokerId broker, String key) {
        brokers.getOrDefault(broker, new TreeMap<>()).remove(key);
        brokers.values().removeIf(Map::isEmpty);
    }

    void withoutTopic(String name) {
        topics.remove(name);
    }

    Throttles throttles() {
        return new Throttles(copy(brokers), copy(topics));
    }

    void change(AlterConfigs.Change change) {
        Map<String, String> settings = change.resource() == AlterConfigs.Resource.BROKER
                ? brokers.computeIfAbsent(BrokerId.of(change.name()), b -> new TreeMap<>())
                : topics.computeIfAbsent(change.name(), t -> new TreeMap<>());
        List<String> entries =
                new ArrayList<>(List.of(settings.getOrDefault(change.key(), "").split(",")));
        entries.removeIf(String::isEmpty);
        switch (change.operation()) {
            case SET -> settings.put(change.key(), change.value());
            case DELETE -> settings.remove(change.key());
            case APPEND -> {
                List.of(change.value().split(",")).forEach(entry -> {
                    if (!entries.contains(entry)) {
                        entries.add(entry);
                    }
                });
                settings.put(change.key(), String.join(",", entries));
            }
            case SUBTRACT -> {
                entries.removeAll(List.of(change.value().split(",")));
                settings.put(change.key(), String.join(",", entries));
            }
        }
        brokers.values().removeIf(Map::isEmpty);
        topics.values().removeIf(Map::isEmpty);
    }

    private static <K extends Comparable<K>> SortedMap<K, Map<String, String>> copy(
            SortedMap<K, Map<String, String>> settings) {
        SortedMap<K, Map<String, String>> copy = new TreeMap<>();
        settings.forEach((key, values) -> copy.put(key, Map.copyOf(values)));
        return copy;
    }
}
