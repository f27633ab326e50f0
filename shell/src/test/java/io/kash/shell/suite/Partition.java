package io.kash.shell.suite;

import java.util.List;

/**
 * A partition as the cluster describes it.
 *
 * @param name topic and number, as {@code metrics-0}
 * @param leader the leading broker's id, or -1
 * @param replicas broker ids, the preferred leader first
 * @param racks the replicas' racks, in the same order
 * @param inSync the ids of those that are in sync, in rising order
 */
record Partition(String name, int leader, List<Integer> replicas, List<String> racks, List<Integer> inSync) {
    Partition {
        replicas = List.copyOf(replicas);
        racks = List.copyOf(racks);
        inSync = List.copyOf(inSync);
    }

    boolean whole() {
        return inSync.size() == replicas.size() && inSync.containsAll(replicas);
    }

    boolean ledByPreferred() {
        return leader == replicas.get(0);
    }

    boolean racksApart() {
        return racks.stream().distinct().count() == racks.size();
    }
}
