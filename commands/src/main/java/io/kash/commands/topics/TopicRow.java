package io.kash.commands.topics;

import io.kash.surgery.check.Health;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Topic;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One topic in a list.
 *
 * @param replicationFactor the smallest of its partitions
 * @param largestFactor the largest of its partitions; usually the same
 * @param bytes one copy of it; empty when no broker said
 * @param diskBytes all copies of it
 * @param notFull partitions of which not every replica is in sync
 */
public record TopicRow(
        Topic topic,
        int replicationFactor,
        int largestFactor,
        OptionalLong bytes,
        OptionalLong diskBytes,
        int notFull) {

    static TopicRow of(Topic topic, Disks disks) {
        List<Integer> factors = topic.partitions().stream()
                .map(partition -> partition.target().size())
                .sorted()
                .toList();
        boolean known = topic.partitions().stream().map(Partition::name).allMatch(partition -> disks.bytes()
                .containsKey(partition));
        return new TopicRow(
                topic,
                factors.isEmpty() ? 0 : factors.get(0),
                factors.isEmpty() ? 0 : factors.get(factors.size() - 1),
                known ? OptionalLong.of(oneCopy(topic, disks)) : OptionalLong.empty(),
                known ? OptionalLong.of(allCopies(topic, disks)) : OptionalLong.empty(),
                (int) topic.partitions().stream()
                        .filter(partition -> Health.of(topic, partition) != Health.FULL)
                        .count());
    }

    private static long oneCopy(Topic topic, Disks disks) {
        return topic.partitions().stream()
                .mapToLong(partition -> disks.bytes(partition.name()))
                .sum();
    }

    private static long allCopies(Topic topic, Disks disks) {
        return topic.partitions().stream()
                .flatMap(partition -> disks.bytes().getOrDefault(partition.name(), Map.of()).values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** {@code 3}, or {@code 2 to 3} where partitions differ. */
    String factors() {
        return replicationFactor == largestFactor
                ? Integer.toString(replicationFactor)
                : replicationFactor + " to " + largestFactor;
    }
}
