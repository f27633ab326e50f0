package io.kash.surgery.movement;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import java.util.List;

/**
 * One partition's way from its replicas to others.
 *
 * @param topicId the topic's id when it was planned; empty below Kafka 2.8
 * @param from the assignment when it was planned, preferred leader first
 * @param to the assignment wanted, preferred leader first
 * @param bytes the size of one replica when it was planned
 */
public record Move(TopicPartition partition, String topicId, List<BrokerId> from, List<BrokerId> to, long bytes) {
    public Move {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** Brokers that receive a copy. */
    public List<BrokerId> adding() {
        return to.stream().filter(broker -> !from.contains(broker)).toList();
    }

    /** Brokers that give theirs up. */
    public List<BrokerId> removing() {
        return from.stream().filter(broker -> !to.contains(broker)).toList();
    }

    /** Replicas that stay. */
    public List<BrokerId> staying() {
        return from.stream().filter(to::contains).toList();
    }

    /** Bytes that cross the network. */
    public long bytesToCopy() {
        return bytes * adding().size();
    }

    /** The partition once it has been moved and everything is in sync. */
    Partition settled() {
        return Partition.at(partition, to, to, to.stream().findFirst());
    }
}
