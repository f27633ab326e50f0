package io.kash.completions.values;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicGlob;
import io.kash.surgery.kafka.TopicName;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Topics: {@code payments  18.2 GiB, 12 partitions}; without the size until the disks were read. */
public final class TopicSource implements ValueSource {
    private final LongFunction<String> bytes;

    /** @param bytes how a size is written */
    public TopicSource(LongFunction<String> bytes) {
        this.bytes = bytes;
    }

    @Override
    public List<Class<?>> types() {
        return List.of(TopicName.class, TopicGlob.class);
    }

    @Override
    public Scope scope() {
        return Scope.of(new ClusterLook(Selection.all()), new DisksLook(Selection.all()));
    }

    @Override
    public Optional<List<Value>> values(Snapshot snapshot) {
        Optional<Disks> disks = snapshot.find(Disks.class);
        return snapshot.find(Cluster.class).map(cluster -> cluster.topics().values().stream()
                .map(topic -> new Value(topic.name(), description(topic, disks)))
                .toList());
    }

    private String description(Topic topic, Optional<Disks> disks) {
        int partitions = topic.partitions().size();
        String size = disks.map(known -> bytes.apply(size(topic, known)) + ", ").orElse("");
        return size + partitions + (partitions == 1 ? " partition" : " partitions");
    }

    private static long size(Topic topic, Disks disks) {
        return topic.partitions().stream()
                .mapToLong(partition -> disks.bytes(partition.name()))
                .sum();
    }
}
