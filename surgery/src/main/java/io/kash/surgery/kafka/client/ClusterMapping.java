package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.PartitionReassignment;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** The client's words for topics and partitions, turned into ours. Pure. */
final class ClusterMapping {
    private static final String MIN_IN_SYNC = "min.insync.replicas";
    private static final String UNCLEAN = "unclean.leader.election.enable";

    private ClusterMapping() {}

    static Topic topic(
            TopicDescription description,
            Config settings,
            Map<org.apache.kafka.common.TopicPartition, PartitionReassignment> reassignments) {
        return new Topic(
                description.name(),
                Uuid.ZERO_UUID.equals(description.topicId())
                        ? ""
                        : description.topicId().toString(),
                description.isInternal(),
                setting(settings, MIN_IN_SYNC).map(Integer::parseInt).orElse(1),
                setting(settings, UNCLEAN).map(Boolean::parseBoolean).orElse(false),
                description.partitions().stream()
                        .sorted(Comparator.comparingInt(TopicPartitionInfo::partition))
                        .map(info -> partition(
                                description.name(),
                                info,
                                reassignments.get(new org.apache.kafka.common.TopicPartition(
                                        description.name(), info.partition()))))
                        .toList());
    }

    /**
     * While a reassignment runs, the controller's list of replicas is taken and not that of the metadata, which may be
     * older and come from another broker.
     */
    static Partition partition(String topic, TopicPartitionInfo info, @Nullable PartitionReassignment reassignment) {
        TopicPartition name = new TopicPartition(topic, info.partition());
        List<BrokerId> isr = ids(info.isr());
        Optional<BrokerId> leader = leader(info.leader());
        if (reassignment == null) {
            return Partition.at(name, ids(info.replicas()), isr, leader);
        }
        return new Partition(
                name,
                brokers(reassignment.replicas()),
                isr,
                leader,
                brokers(reassignment.addingReplicas()),
                brokers(reassignment.removingReplicas()));
    }

    private static Optional<BrokerId> leader(@Nullable Node leader) {
        return leader == null || leader.id() < 0 ? Optional.empty() : Optional.of(new BrokerId(leader.id()));
    }

    private static List<BrokerId> ids(Collection<Node> nodes) {
        return nodes.stream().map(node -> new BrokerId(node.id())).toList();
    }

    private static List<BrokerId> brokers(Collection<Integer> ids) {
        return ids.stream().map(BrokerId::new).toList();
    }

    private static Optional<String> setting(Config settings, String key) {
        return Optional.ofNullable(settings.get(key)).map(ConfigEntry::value);
    }
}
