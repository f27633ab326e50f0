package io.kash.lab.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;

/**
 * What the cluster looks like, for the evidence.
 *
 * @param placements every partition of every topic, internal ones included, by topic and partition
 * @param throttles every replication throttle set on a broker or a topic, as {@code broker 1: key=value}
 * @param reassigning the partitions that are being reassigned
 */
public record ClusterFacts(List<Placement> placements, List<String> throttles, List<String> reassigning) {
    private static final Set<String> THROTTLES = Set.of(
            "leader.replication.throttled.rate",
            "follower.replication.throttled.rate",
            "replica.alter.log.dirs.io.max.bytes.per.second",
            "leader.replication.throttled.replicas",
            "follower.replication.throttled.replicas");

    public ClusterFacts {
        placements = List.copyOf(placements);
        throttles = List.copyOf(throttles);
        reassigning = List.copyOf(reassigning);
    }

    /** As the cluster says now. */
    public static ClusterFacts of(Admin admin, Clients clients) {
        Topics topics = new Topics(admin, clients);
        List<TopicDescription> descriptions = topics.describe(topics.all());
        return new ClusterFacts(placements(descriptions), throttles(admin, descriptions), reassigning(admin));
    }

    /** How many replicas are on these brokers. */
    public long replicasOn(Collection<Integer> brokers) {
        return placements.stream()
                .flatMap(placement -> placement.replicas().stream())
                .filter(brokers::contains)
                .count();
    }

    private static List<Placement> placements(List<TopicDescription> topics) {
        List<Placement> placements = new ArrayList<>();
        for (TopicDescription topic : topics) {
            for (TopicPartitionInfo partition : topic.partitions()) {
                placements.add(new Placement(
                        topic.name(), partition.partition(), ids(partition.replicas()), ids(partition.isr())));
            }
        }
        return placements;
    }

    private static List<Integer> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).toList();
    }

    private static List<String> throttles(Admin admin, List<TopicDescription> topics) {
        List<ConfigResource> resources = new ArrayList<>();
        for (Node node : Answer.of(admin.describeCluster().nodes(), "list brokers")) {
            resources.add(new ConfigResource(ConfigResource.Type.BROKER, node.idString()));
        }
        topics.forEach(topic -> resources.add(new ConfigResource(ConfigResource.Type.TOPIC, topic.name())));
        Map<String, Config> configs = new TreeMap<>();
        Answer.of(admin.describeConfigs(resources).all(), "read configurations")
                .forEach((resource, config) -> configs.put(nameOf(resource), config));
        List<String> throttles = new ArrayList<>();
        configs.forEach((name, config) -> config.entries().stream()
                .filter(ClusterFacts::isThrottle)
                .forEach(entry -> throttles.add(name + ": " + entry.name() + "=" + entry.value())));
        return throttles;
    }

    private static String nameOf(ConfigResource resource) {
        String kind = resource.type() == ConfigResource.Type.BROKER ? "broker " : "topic ";
        return kind + resource.name();
    }

    private static boolean isThrottle(ConfigEntry entry) {
        return THROTTLES.contains(entry.name())
                && entry.source() != ConfigSource.DEFAULT_CONFIG
                && entry.source() != ConfigSource.STATIC_BROKER_CONFIG;
    }

    private static List<String> reassigning(Admin admin) {
        return Answer.of(admin.listPartitionReassignments().reassignments(), "list reassignments").keySet().stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }
}
