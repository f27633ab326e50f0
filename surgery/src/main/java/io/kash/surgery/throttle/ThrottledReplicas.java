package io.kash.surgery.throttle;

import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.kafka.AlterConfigs.Change;
import io.kash.surgery.kafka.AlterConfigs.Operation;
import io.kash.surgery.kafka.AlterConfigs.Resource;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Throttles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The entries we add to one of a topic's lists of throttled replicas. Entries are added to and taken from the list, so
 * that those of other tools survive (KIP-73 for the lists, KIP-339 for appending).
 *
 * @param entries {@code partition:broker}, each once
 */
record ThrottledReplicas(String topic, String key, List<String> entries) implements ThrottleSetting {
    /** What a list that names every replica holds. */
    private static final String EVERY_REPLICA = "*";

    ThrottledReplicas {
        entries = List.copyOf(entries);
    }

    @Override
    public String ledgerKey() {
        return "topic/" + topic + "/" + key;
    }

    @Override
    public Optional<String> now(Throttles throttles) {
        return throttles.ofTopic(topic, key);
    }

    @Override
    public boolean stands(Throttles throttles) {
        List<String> now = split(now(throttles));
        return now.contains(EVERY_REPLICA) || now.containsAll(entries);
    }

    @Override
    public boolean ours(Throttles throttles) {
        return stands(throttles);
    }

    @Override
    public boolean known(Cluster cluster, Throttles throttles) {
        return true;
    }

    @Override
    public boolean reachable(Cluster cluster, Throttles throttles) {
        return cluster.topic(topic).isPresent();
    }

    /** Entries of others may come and go: only ours count, and they are there or they are missing. */
    @Override
    public boolean foreign(Optional<String> found, Throttles throttles) {
        return false;
    }

    @Override
    public Optional<AlterConfigs.Change> acquire(Throttles throttles) {
        return stands(throttles)
                ? Optional.empty()
                : Optional.of(change(Operation.APPEND, without(entries, split(now(throttles))::contains)));
    }

    @Override
    public Optional<AlterConfigs.Change> restore(Optional<String> found, Throttles throttles) {
        Optional<String> now = now(throttles);
        List<String> foundEntries = split(found);
        List<String> ours = without(entries, foundEntries::contains);
        List<String> present = split(now);
        if (now.equals(found) || ours.stream().noneMatch(present::contains)) {
            return Optional.empty();
        }
        List<String> remaining = without(present, ours::contains);
        if (remaining.equals(foundEntries)) {
            // Nobody else touched it: back to the very text found, which subtracting might not give.
            return Optional.of(
                    found.isPresent()
                            ? change(Operation.SET, List.of(found.get()))
                            : change(Operation.DELETE, List.of()));
        }
        return Optional.of(change(Operation.SUBTRACT, ours));
    }

    private Change change(Operation operation, List<String> values) {
        return new Change(Resource.TOPIC, topic, key, operation, String.join(",", values));
    }

    private static List<String> without(List<String> list, Predicate<String> dropped) {
        return list.stream().filter(dropped.negate()).toList();
    }

    private static List<String> split(Optional<String> value) {
        return value.filter(text -> !text.isBlank())
                .<List<String>>map(text -> new ArrayList<>(
                        Arrays.stream(text.split(",", -1)).map(String::strip).toList()))
                .orElseGet(List::of);
    }
}
