package io.kash.surgery.traffic;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Groups;
import io.kash.surgery.kafka.Offsets;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.TopicPartition;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is compared before and after: every partition, every committed offset, every throttle.
 *
 * @param commits committed offsets by group; group ids are whatever a client chose
 * @param throttles the dynamic settings found, by {@code broker/1/leader.replication.throttled.rate} and the like
 * @param unread what could not be read, in words; what is compared to it is not known
 */
public record Marks(
        Instant at,
        SortedMap<TopicPartition, Mark> partitions,
        SortedMap<String, SortedMap<TopicPartition, Long>> commits,
        SortedMap<String, String> throttles,
        List<String> unread) {
    public Marks {
        partitions = Collections.unmodifiableSortedMap(new TreeMap<>(partitions));
        commits = Collections.unmodifiableSortedMap(new TreeMap<>(commits));
        throttles = Collections.unmodifiableSortedMap(new TreeMap<>(throttles));
        unread = List.copyOf(unread);
    }

    static Marks of(
            Instant at, Cluster cluster, Throttles throttles, Offsets offsets, Groups groups, List<String> unread) {
        SortedMap<TopicPartition, Mark> partitions = new TreeMap<>();
        cluster.topics().values().forEach(topic -> topic.partitions()
                .forEach(partition ->
                        partitions.put(partition.name(), Mark.of(topic, partition, offsets.of(partition.name())))));
        SortedMap<String, SortedMap<TopicPartition, Long>> commits = new TreeMap<>();
        groups.byId().forEach((id, group) -> group.positions()
                .forEach(position -> commits.computeIfAbsent(id, none -> new TreeMap<>())
                        .put(position.partition(), position.committed())));
        return new Marks(at, partitions, commits, flat(throttles), unread);
    }

    private static SortedMap<String, String> flat(Throttles throttles) {
        SortedMap<String, String> flat = new TreeMap<>();
        throttles
                .brokers()
                .forEach((broker, settings) ->
                        settings.forEach((key, value) -> flat.put("broker/" + broker + "/" + key, value)));
        throttles
                .topics()
                .forEach((topic, settings) -> settings.forEach((key, value) -> {
                    // An empty list limits nothing: it is what taking the last entry away leaves.
                    if (!value.isEmpty()) {
                        flat.put("topic/" + topic + "/" + key, value);
                    }
                }));
        return flat;
    }

    Optional<Mark> of(TopicPartition partition) {
        return Optional.ofNullable(partitions.get(partition));
    }

    Optional<Long> committed(String group, TopicPartition partition) {
        return Optional.ofNullable(
                commits.getOrDefault(group, Collections.emptySortedMap()).get(partition));
    }

    boolean whole() {
        return partitions.values().stream()
                .allMatch(mark -> mark.outOfSync().isEmpty() && mark.end().isPresent() && !mark.reassigning());
    }
}
