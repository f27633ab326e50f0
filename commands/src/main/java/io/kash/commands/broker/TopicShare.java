package io.kash.commands.broker;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Topic;
import java.util.Comparator;
import java.util.List;

/** What one broker carries of one topic. */
record TopicShare(String topic, int replicas, int leaders, long bytes) {
    /** The largest first. */
    static List<TopicShare> of(Cluster cluster, Disks disks, BrokerId broker) {
        return cluster.topics().values().stream()
                .map(topic -> of(topic, disks, broker))
                .filter(share -> share.replicas() > 0)
                .sorted(Comparator.comparing((TopicShare share) -> -share.bytes())
                        .thenComparing(TopicShare::topic))
                .toList();
    }

    private static TopicShare of(Topic topic, Disks disks, BrokerId broker) {
        List<Partition> here = topic.partitions().stream()
                .filter(partition -> partition.replicas().contains(broker))
                .toList();
        return new TopicShare(
                topic.name(),
                here.size(),
                (int) here.stream()
                        .filter(partition ->
                                partition.leader().filter(broker::equals).isPresent())
                        .count(),
                here.stream()
                        .mapToLong(partition -> disks.bytes(partition.name(), broker))
                        .sum());
    }
}
