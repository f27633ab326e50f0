package io.kash.surgery.simulation;

import io.kash.surgery.kafka.AlterConfigs.Change;
import io.kash.surgery.kafka.AlterConfigs.Resource;
import io.kash.surgery.kafka.BrokerId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dynamic settings, changed one by one (KIP-339). Those of a broker are taken by that broker alone. */
final class Settings {
    private final KafkaWorld world;

    Settings(KafkaWorld world) {
        this.world = world;
    }

    /** What became of one change. */
    enum Outcome {
        TAKEN,
        REFUSED,
        NO_ANSWER
    }

    Outcome change(Change change, long nowMillis) {
        if (change.resource() == Resource.BROKER) {
            SimBroker broker = world.brokers.get(BrokerId.of(change.name()));
            if (broker == null || !broker.alive || broker.silentUntilMillis > nowMillis) {
                return Outcome.NO_ANSWER;
            }
            change(broker.settings, change);
            return Outcome.TAKEN;
        }
        SimTopic topic = world.topics.get(change.name());
        if (topic == null) {
            return Outcome.REFUSED;
        }
        change(topic.settings, change);
        return Outcome.TAKEN;
    }

    private static void change(Map<String, String> settings, Change change) {
        List<String> entries = entries(Optional.ofNullable(settings.get(change.key())));
        switch (change.operation()) {
            case SET -> settings.put(change.key(), change.value());
            case DELETE -> settings.remove(change.key());
            case APPEND -> {
                entries(Optional.of(change.value())).stream()
                        .filter(entry -> !entries.contains(entry))
                        .forEach(entries::add);
                settings.put(change.key(), String.join(",", entries));
            }
            case SUBTRACT -> {
                entries.removeAll(entries(Optional.of(change.value())));
                settings.put(change.key(), String.join(",", entries));
            }
        }
    }

    /** The entries of a list, as they stand. */
    static List<String> entries(Optional<String> list) {
        List<String> entries = new ArrayList<>(Arrays.asList(list.orElse("").split(",", -1)));
        entries.replaceAll(String::strip);
        entries.removeIf(String::isEmpty);
        return entries;
    }
}
