package io.kash.surgery.movement;

import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Scope;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Take back the reassignments of some partitions. Whose they are was asked before this was made. */
public record CancelRequest(String words, SortedSet<TopicPartition> partitions) implements Request {
    public static final Kind KIND = Kind.of("kafka.cancel/1");

    public CancelRequest {
        partitions = Collections.unmodifiableSortedSet(new TreeSet<>(partitions));
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Scope scope() {
        return Scope.of(new ClusterLook(
                Selection.of(partitions.stream().map(TopicPartition::topic).toList())));
    }
}
