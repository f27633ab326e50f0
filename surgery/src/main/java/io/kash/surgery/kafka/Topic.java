package io.kash.surgery.kafka;

import java.util.List;
import java.util.Optional;

/**
 * A topic and its partitions in order of their numbers.
 *
 * @param id the topic id, which a topic deleted and created again does not share; empty below Kafka 2.8
 * @param internal whether Kafka itself owns it, such as {@code __consumer_offsets}
 * @param minInSyncReplicas how many replicas must be in sync for acks=all to succeed
 * @param uncleanElection whether a replica that is not in sync may lead, which loses records
 */
public record Topic(
        String name,
        String id,
        boolean internal,
        int minInSyncReplicas,
        boolean uncleanElection,
        List<Partition> partitions) {
    public Topic {
        partitions = List.copyOf(partitions);
    }

    public Optional<Partition> partition(int number) {
        // Partitions are numbered from 0 without gaps, so the place is nearly always the number.
        if (number < partitions.size() && partitions.get(number).name().partition() == number) {
            return Optional.of(partitions.get(number));
        }
        return partitions.stream()
                .filter(partition -> partition.name().partition() == number)
                .findFirst();
    }

    /** This topic with other partitions. */
    public Topic with(List<Partition> others) {
        return new Topic(name, id, internal, minInSyncReplicas, uncleanElection, others);
    }
}
