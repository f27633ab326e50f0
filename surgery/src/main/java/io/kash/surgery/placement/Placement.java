package io.kash.surgery.placement;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.TopicPartition;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * Decides which replica goes to which broker. Pure: the same input gives the same answer. Never changes the replication
 * factor, never lowers the number of racks a partition spans where that can be avoided, moves nothing it does not have to
 * unless it is asked to level, and then as few bytes as will do.
 */
public interface Placement {
    /**
     * @param cluster all topics, so that what stays counts in the balance
     * @param disks how large replicas are
     */
    Answer place(Cluster cluster, Disks disks, Wish wish);

    /**
     * What is wanted.
     *
     * @param from brokers that give up their replicas
     * @param to brokers that may receive
     * @param topics by name, those that are moved
     * @param level whether more may move than has to, so that replicas, leaders and bytes come out even
     */
    record Wish(Set<BrokerId> from, Set<BrokerId> to, Predicate<String> topics, boolean level) {}

    /**
     * @param targets the new assignment of every partition that changes
     * @param impossible partitions that have no place, with the reason
     */
    record Answer(SortedMap<TopicPartition, List<BrokerId>> targets, SortedMap<TopicPartition, String> impossible) {}
}
