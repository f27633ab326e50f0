package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.operation.PartReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListPartitionReassignmentsOptions;
import org.apache.kafka.clients.admin.PartitionReassignment;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** Reads brokers, topics and running reassignments. */
final class ClusterReader implements PartReader<ClusterLook> {
    private final KafkaClient client;

    ClusterReader(KafkaClient client) {
        this.client = client;
    }

    @Override
    public Class<ClusterLook> answers() {
        return ClusterLook.class;
    }

    @Override
    public Cluster read(ClusterLook look) {
        Budget budget = Budget.of(KafkaClient.TIME_OF_A_LOOK);
        try {
            return read(look, client.admin(), budget);
        } catch (KafkaFailure e) {
            throw client.problem("cannot read the brokers and topics", e);
        }
    }

    private static Cluster read(ClusterLook look, Admin admin, Budget budget) throws KafkaFailure {
        Members members = Members.read(admin, budget);
        // Before the topics: a reassignment that ends between the two reads as still running and never as a partition
        // at rest on its old and new replicas together.
        Map<TopicPartition, PartitionReassignment> reassignments = budget.await(
                admin.listPartitionReassignments(new ListPartitionReassignmentsOptions().timeoutMs(budget.leftMillis()))
                        .reassignments());
        Topics topics = new Topics(admin, budget);
        List<Topic> whole = new ArrayList<>();
        for (List<String> some : Topics.parts(topics.names(look.topics()))) {
            whole.addAll(read(some, topics, reassignments));
        }
        return Cluster.of(members.clusterId(), members.controller(), members.brokers(), whole);
    }

    private static List<Topic> read(
            List<String> names, Topics topics, Map<TopicPartition, PartitionReassignment> reassignments)
            throws KafkaFailure {
        SortedMap<String, TopicDescription> described = topics.described(names);
        SortedMap<String, Config> settings = topics.settings(described.keySet());
        List<Topic> whole = new ArrayList<>();
        described.forEach((name, description) -> {
            Config itsSettings = settings.get(name);
            // Deleted between the two reads.
            if (itsSettings != null) {
                whole.add(ClusterMapping.topic(description, itsSettings, reassignments));
            }
        });
        return whole;
    }
}
