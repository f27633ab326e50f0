package io.kash.surgery.simulation;

import io.kash.surgery.kafka.AlterConfigs.Change;
import io.kash.surgery.kafka.AlterConfigs.Operation;
import io.kash.surgery.kafka.AlterConfigs.Resource;
import io.kash.surgery.kafka.TopicPartition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the operation does not know: what others did, and so how everything must be at the end. */
final class Books {
    private final Simulation simulation;
    /** What is to be there at the end, by {@code broker/2/…} or {@code topic/orders/…}; absent where it is not in it. */
    private final Map<String, String> expected = new TreeMap<>();
    /** What others set or took away, and since when it is so. */
    private final Map<String, Long> foreignSince = new LinkedHashMap<>();
    /** What two changed at the same moment: the last one won, and nobody could know. */
    private final TreeSet<String> raced = new TreeSet<>();
    /** Lists whose order is nobody's any more. */
    private final TreeSet<String> mixed = new TreeSet<>();
    /** Names of what others have laid hands on, as a reason to stop would name them. */
    private final TreeSet<String> touched = new TreeSet<>();

    private final TreeSet<TopicPartition> moved = new TreeSet<>();
    private final TreeSet<String> topics = new TreeSet<>();

    Books(Simulation simulation) {
        this.simulation = simulation;
    }

    /** How everything was before anybody came. */
    void open() {
        expected.putAll(present());
    }

    private Map<String, String> present() {
        Map<String, String> all = new TreeMap<>();
        simulation
                .world()
                .brokers
                .values()
                .forEach(broker ->
                        broker.settings.forEach((key, value) -> all.put("broker/" + broker.id + "/" + key, value)));
        simulation
                .world()
                .topics
                .values()
                .forEach(topic ->
                        topic.settings.forEach((key, value) -> all.put("topic/" + topic.name + "/" + key, value)));
        return all;
    }

    /** Somebody else sets a rate, or takes it away. */
    void foreignRate(String key, Optional<String> value) {
        touched.add(key);
        raced.remove(key);
        // One that is taken away can be written over just as well, by an effect of ours that was sent before.
        foreignSince.put(key, simulation.now());
        value.ifPresentOrElse(rate -> expected.put(key, rate), () -> expected.remove(key));
    }

    /** Somebody else adds an entry to a list. */
    void foreignEntry(String key, String entry) {
        List<String> entries = new ArrayList<>(Settings.entries(Optional.ofNullable(expected.get(key))));
        if (!entries.contains(entry)) {
            entries.add(entry);
        }
        expected.put(key, String.join(",", entries));
        foreignSince.put(key, simulation.now());
        raced.remove(key);
        mixed.add(key);
        touched.add(key);
    }

    void foreignMove(TopicPartition name) {
        moved.add(name);
        touched.add(name.toString());
    }

    void foreignTopic(String name) {
        expected.keySet().removeIf(key -> key.startsWith("topic/" + name + "/"));
        topics.add(name);
        touched.add(name);
    }

    void broke(String broker) {
        touched.add("broker " + broker);
        touched.add("broker/" + broker + "/");
    }

    boolean touched(TopicPartition name) {
        return moved.contains(name) || topics.contains(name.topic());
    }

    /** Whether a reason names something that others did. */
    boolean names(String reason) {
        return touched.stream().anyMatch(reason::contains);
    }

    boolean quiet() {
        return touched.isEmpty();
    }

    /** One of our changes of a setting happens. */
    void ours(Change change, Sent sent) {
        String key = (change.resource() == Resource.BROKER ? "broker/" : "topic/") + change.name() + "/" + change.key();
        Long since = foreignSince.get(key);
        if (since == null) {
            return;
        }
        if (change.resource() == Resource.TOPIC) {
            boolean whole = change.operation() == Operation.SET || change.operation() == Operation.DELETE;
            if (whole && since > sent.lookedAtMillis()) {
                raced.add(key);
            }
            return;
        }
        Optional<String> value = Optional.ofNullable(expected.get(key));
        if (!Optional.ofNullable(present().get(key)).equals(value)) {
            // What stands is ours already, such as a rate on a broker that was down when it was to be put back.
            return;
        }
        boolean written = simulation.journaled(key, value) || change.value().equals(value.orElse(""));
        if (!written && since <= sent.lookedAtMillis()) {
            simulation.violated(key + value.map(" was set to "::concat).orElse(" was taken away")
                    + " by somebody else, and " + sent.shell().name + " changes it: " + change);
        } else if (!written) {
            raced.add(key);
            foreignSince.remove(key);
        }
    }

    /** What is not as it must be at the end. */
    List<String> residue() {
        Map<String, String> now = present();
        TreeSet<String> keys = new TreeSet<>(now.keySet());
        keys.addAll(expected.keySet());
        List<String> residue = new ArrayList<>();
        for (String key : keys) {
            if (!raced.contains(key) && !another(key) && !same(key, now.get(key), expected.get(key))) {
                residue.add(key + " is " + now.getOrDefault(key, "not set") + " and was "
                        + expected.getOrDefault(key, "not set"));
            }
        }
        return residue;
    }

    /** Lists of a topic that was created anew: what was found on the old one may be put on it. */
    private boolean another(String key) {
        return topics.stream().anyMatch(topic -> key.startsWith("topic/" + topic + "/"));
    }

    private boolean same(
            String key,
            @org.jspecify.annotations.Nullable String now,
            @org.jspecify.annotations.Nullable String before) {
        if (mixed.contains(key)) {
            return new TreeSet<>(Settings.entries(Optional.ofNullable(now)))
                    .equals(new TreeSet<>(Settings.entries(Optional.ofNullable(before))));
        }
        return java.util.Objects.equals(now, before);
    }
}
