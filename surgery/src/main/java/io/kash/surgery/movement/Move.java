package io.kash.surgery.movement;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import java.util.ArrayList;
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
        return those(to, false, from);
    }

    /** Brokers that give theirs up. */
    public List<BrokerId> removing() {
        return those(from, false, to);
    }

    /** Replicas that stay. */
    public List<BrokerId> staying() {
        return those(from, true, to);
    }

    /** Asked ten times of each of 200,000 moves before a preview stands, so nothing is made that is not needed. */
    private static List<BrokerId> those(List<BrokerId> some, boolean among, List<BrokerId> others) {
        int count = 0;
        for (int i = 0; i < some.size(); i++) {
            count += others.contains(some.get(i)) == among ? 1 : 0;
        }
        if (count == some.size()) {
            return some;
        }
        List<BrokerId> found = new ArrayList<>(count);
        for (int i = 0; found.size() < count; i++) {
            if (others.contains(some.get(i)) == among) {
                found.add(some.get(i));
            }
        }
        return List.copyOf(found);
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
