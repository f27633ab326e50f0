package io.kash.surgery.placement;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * Decides which replica goes to which broker. Pure: the same input gives the same answer. Never changes the replication
 * factor, never lowers the number of racks a partition spans where that can be avoided, moves nothing it does not have
 * to, and keeps the order of replicas, so that leadership moves with the place.
 */
public interface Placement {
    /**
     * @param cluster all topics, so that what stays counts in the balance
     * @param from brokers that give up their replicas
     * @param to brokers that may receive
     * @param included the partitions that are moved
     */
    Answer place(Cluster cluster, Set<BrokerId> from, Set<BrokerId> to, Predicate<Partition> included);

    /**
     * @param targets the new assignment of every partition that changes
     * @param impossible partitions that have no place, with the reason
     */
    record Answer(SortedMap<TopicPartition, List<BrokerId>> targets, SortedMap<TopicPartition, String> impossible) {}

    /** The rack of a broker, or the empty string where it has none: a rack of its own kind. */
    static String rackOf(Cluster cluster, BrokerId broker) {
        Optional<String> rack = cluster.rack(broker);
        return rack.orElse("");
    }
}
