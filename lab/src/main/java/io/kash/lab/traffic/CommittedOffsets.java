package io.kash.lab.traffic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Watches that a group's committed offsets never go back. */
final class CommittedOffsets {
    private final Map<TopicPartition, Long> highest = new HashMap<>();
    private final List<String> wentBack = new ArrayList<>();

    /** The group was told that these are committed. */
    synchronized void committed(Map<TopicPartition, Long> offsets) {
        offsets.forEach((partition, offset) -> highest.merge(partition, offset, Math::max));
    }

    /** What is known to be committed; take it before asking the cluster, since commits go on while it answers. */
    synchronized Map<TopicPartition, Long> known() {
        return Map.copyOf(highest);
    }

    /** The cluster said that these are committed; {@code before} was known when it was asked. */
    synchronized void seen(Map<TopicPartition, Long> before, Map<TopicPartition, Long> offsets) {
        before.forEach((partition, floor) -> {
            long now = offsets.getOrDefault(partition, -1L);
            if (now < floor) {
                wentBack.add(partition + " from " + floor + " to " + (now < 0 ? "none" : String.valueOf(now)));
            }
        });
        committed(offsets);
    }

    /** Every time one went back, as {@code metrics-3 from 17 to 4}. */
    synchronized List<String> wentBack() {
        return List.copyOf(wentBack);
    }
}
