package io.kash.surgery.simulation;

import io.kash.surgery.kafka.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One topic, from its creation to its deletion. */
final class SimTopic {
    final String name;
    final String id;
    final int minIsr;
    final List<SimPartition> partitions = new ArrayList<>();
    final Map<String, String> settings = new TreeMap<>();
    /** When somebody created it while the run went on; 0 when it was there from the beginning. */
    long createdAtMillis;

    SimTopic(String name, String id, int minIsr) {
        this.name = name;
        this.id = id;
        this.minIsr = minIsr;
    }

    /** Three replicas, two in sync, and a clean election: what is acknowledged there is never lost. */
    boolean withinThePromise() {
        return minIsr >= 2
                && partitions.stream()
                        .allMatch(partition -> partition.original().size() >= 3);
    }

    Topic view() {
        return new Topic(
                name,
                id,
                name.startsWith("__"),
                minIsr,
                false,
                partitions.stream().map(SimPartition::view).toList());
    }
}
