package io.kash.completions.values;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;

/** Partitions being reassigned: {@code payments-7  1,2,3 → 11,2,3}. */
public final class ReassignmentSource implements ValueSource {
    @Override
    public List<Class<?>> types() {
        return List.of(TopicPartition.class);
    }

    @Override
    public Scope scope() {
        return Scope.of(new ClusterLook(Selection.all()));
    }

    @Override
    public Optional<List<Value>> values(Snapshot snapshot) {
        return snapshot.find(Cluster.class).map(cluster -> cluster.partitions()
                .filter(Partition::reassigning)
                .map(ReassignmentSource::value)
                .toList());
    }

    private static Value value(Partition partition) {
        return new Value(
                partition.name().toString(),
                Titles.brokers(partition.original()) + " → " + Titles.brokers(partition.target()));
    }
}
