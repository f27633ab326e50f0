package io.kash.shell.suite;

import io.kash.lab.cluster.Answer;
import io.kash.lab.cluster.Clients;
import io.kash.lab.cluster.ClusterFacts;
import io.kash.lab.waiting.Deadline;
import io.kash.lab.waiting.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * A cluster as its own brokers describe it, not the product.
 *
 * @param partitions all of them, internal ones included, in order of their names
 * @param throttles every replication throttle that is set
 * @param reassigning what is being reassigned
 * @param ends the offset after the last record, by partition; of the suite's own topics, to which nobody writes
 */
record ClusterState(
        List<Partition> partitions, List<String> throttles, List<String> reassigning, Map<String, Long> ends) {

    private static final int READINGS = 6;
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(60);

    /** What several readings in a row agree on: brokers learn of a change one after the other, and any of them may answer. */
    static ClusterState settled(Admin admin, String bootstrap) {
        List<ClusterState> alike = new ArrayList<>();
        boolean settled = Waiting.until(
                () -> {
                    ClusterState now = of(admin, bootstrap);
                    alike.removeIf(earlier -> !earlier.equals(now));
                    alike.add(now);
                    return alike.size() >= READINGS;
                },
                Deadline.in(SETTLES_WITHIN));
        if (!settled) {
            throw new AssertionError("the cluster goes on changing; now it is " + alike.get(alike.size() - 1));
        }
        return alike.get(0);
    }

    static ClusterState of(Admin admin, String bootstrap) {
        ClusterFacts facts = ClusterFacts.of(admin, new Clients(bootstrap));
        List<TopicDescription> topics = topics(admin);
        return new ClusterState(partitions(topics), facts.throttles(), facts.reassigning(), ends(admin, topics));
    }

    /** How many replicas are on these brokers. */
    long replicasOn(List<Integer> brokers) {
        return partitions.stream()
                .flatMap(partition -> partition.replicas().stream())
                .filter(brokers::contains)
                .count();
    }

    private static List<TopicDescription> topics(Admin admin) {
        Set<String> names = Answer.of(
                admin.listTopics(new ListTopicsOptions().listInternal(true)).names(), "list topics");
        return List.copyOf(Answer.of(admin.describeTopics(names).allTopicNames(), "describe topics")
                .values());
    }

    private static List<Partition> partitions(List<TopicDescription> topics) {
        List<Partition> partitions = new ArrayList<>();
        for (TopicDescription topic : topics) {
            topic.partitions().forEach(info -> partitions.add(partition(topic.name(), info)));
        }
        return partitions.stream().sorted(Comparator.comparing(Partition::name)).toList();
    }

    private static Partition partition(String topic, TopicPartitionInfo info) {
        return new Partition(
                topic + "-" + info.partition(),
                info.leader() == null ? Node.noNode().id() : info.leader().id(),
                info.replicas().stream().map(Node::id).toList(),
                info.replicas().stream()
                        .map(node -> String.valueOf(node.rack()))
                        .toList(),
                info.isr().stream().map(Node::id).sorted().toList());
    }

    private static Map<String, Long> ends(Admin admin, List<TopicDescription> topics) {
        Map<TopicPartition, OffsetSpec> latest = topics.stream()
                .filter(topic -> !topic.isInternal())
                .flatMap(topic ->
                        topic.partitions().stream().map(info -> new TopicPartition(topic.name(), info.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<String, Long> ends = new TreeMap<>();
        Answer.of(admin.listOffsets(latest).all(), "list offsets")
                .forEach((partition, info) -> ends.put(partition.toString(), info.offset()));
        return ends;
    }
}
