package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.Groups.Position;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Committed offsets of groups, and the ends of the logs they are in. An end that cannot be read, as that of a partition
 * without a leader, is left empty.
 */
final class GroupPositions {
    private final Admin admin;
    private final Budget budget;

    GroupPositions(Admin admin, Budget budget) {
        this.admin = admin;
        this.budget = budget;
    }

    /** Positions by group id, sorted by partition. */
    Map<String, List<Position>> of(Collection<String> groups) throws KafkaFailure {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed(groups);
        Map<TopicPartition, Long> ends = ends(committed.values().stream()
                .flatMap(offsets -> offsets.keySet().stream())
                .collect(Collectors.toSet()));
        Map<String, List<Position>> positions = new TreeMap<>();
        committed.forEach((group, offsets) -> positions.put(group, positions(offsets, ends)));
        return positions;
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(Collection<String> groups)
            throws KafkaFailure {
        if (groups.isEmpty()) {
            return Map.of();
        }
        Map<String, ListConsumerGroupOffsetsSpec> wanted =
                groups.stream().collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec()));
        ListConsumerGroupOffsetsResult answer = admin.listConsumerGroupOffsets(
                wanted, new ListConsumerGroupOffsetsOptions().timeoutMs(budget.leftMillis()));
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = new HashMap<>();
        for (String group : groups) {
            Map<TopicPartition, OffsetAndMetadata> offsets =
                    new HashMap<>(budget.await(answer.partitionsToOffsetAndMetadata(group)));
            offsets.values().removeIf(Objects::isNull);
            committed.put(group, offsets);
        }
        return committed;
    }

    private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) throws KafkaFailure {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        // Half of what is left: a partition without a leader is asked for until the time is over.
        ListOffsetsResult answer = admin.listOffsets(
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())),
                new ListOffsetsOptions().timeoutMs(Math.max(1, budget.leftMillis() / 2)));
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (TopicPartition partition : partitions) {
            try {
                ends.put(
                        partition,
                        budget.await(answer.partitionResult(partition)).offset());
            } catch (KafkaFailure e) {
                if (e.interrupted()) {
                    throw e;
                }
            }
        }
        return ends;
    }

    static List<Position> positions(Map<TopicPartition, OffsetAndMetadata> committed, Map<TopicPartition, Long> ends) {
        return committed.entrySet().stream()
                .map(entry -> new Position(
                        new io.kash.surgery.kafka.TopicPartition(
                                entry.getKey().topic(), entry.getKey().partition()),
                        entry.getValue().offset(),
                        end(ends.get(entry.getKey()))))
                .sorted(Comparator.comparing(Position::partition))
                .toList();
    }

    private static OptionalLong end(@org.jspecify.annotations.Nullable Long end) {
        return end == null ? OptionalLong.empty() : OptionalLong.of(end);
    }
}
