package io.kash.lab.cluster;

import java.util.List;

/**
 * Where a partition is.
 *
 * @param replicas broker ids, the preferred leader first
 * @param inSync those of them that are in sync
 */
public record Placement(String topic, int partition, List<Integer> replicas, List<Integer> inSync) {
    public Placement {
        replicas = List.copyOf(replicas);
        inSync = List.copyOf(inSync);
    }

    public String name() {
        return topic + "-" + partition;
    }
}
