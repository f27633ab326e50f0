package io.kash.surgery.kafka;

import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Starts or cancels reassignments (KIP-455).
 *
 * @param targets the wanted replicas by partition, preferred leader first; empty to cancel the one that runs
 */
public record AlterReassignments(SortedMap<TopicPartition, Optional<List<BrokerId>>> targets) implements Effect {
    public static final Kind KIND = Kind.of("kafka.alter-reassignments/1");

    public AlterReassignments {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        boolean cancels = targets.values().stream().allMatch(Optional::isEmpty);
        return (cancels ? "cancel the reassignment of " : "reassign ") + Titles.names(targets.keySet());
    }
}
