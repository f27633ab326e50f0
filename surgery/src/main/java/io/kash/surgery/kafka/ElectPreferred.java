package io.kash.surgery.kafka;

import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Kind;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Elects the preferred leaders of some partitions (KIP-460). Never an unclean election. */
public record ElectPreferred(SortedSet<TopicPartition> partitions) implements Effect {
    public static final Kind KIND = Kind.of("kafka.elect-preferred/1");

    public ElectPreferred {
        partitions = Collections.unmodifiableSortedSet(new TreeSet<>(partitions));
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "elect the preferred leaders of " + Titles.names(partitions);
    }
}
