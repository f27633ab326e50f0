package io.kash.lab.cluster;

import io.kash.lab.LabException;
import io.kash.lab.TopicSpec;
import io.kash.lab.waiting.Deadline;
import io.kash.lab.waiting.Waiting;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes topics, and waits until they are whole. */
public final class Topics {
    private static final String OFFSETS = "__consumer_offsets";
    private static final String TRANSACTIONS = "__transaction_state";
    private static final int SAMPLE_TRANSACTIONS = 3;

    private final Admin admin;
    private final Clients clients;

    public Topics(Admin admin, Clients clients) {
        this.admin = admin;
        this.clients = clients;
    }

    /** With the brokers' own replication factor, which then also places them, across racks. */
    public void create(List<TopicSpec> topics) {
        List<NewTopic> wanted = topics.stream()
                .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty()))
                .toList();
        Answer.of(admin.createTopics(wanted).all(), "create the lab's topics");
    }

    /**
     * Makes Kafka create its internal topics, as it does for the first group and the first transaction.
     *
     * @param topic gets the records of some committed transactions
     */
    public void createInternal(String topic, Deadline deadline) {
        String group = "lab-first-group";
        Waiting.until(() -> coordinatorAnswers(group), deadline);
        Map<String, Object> transactional = Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "lab-transactions");
        try (Producer<byte[], byte[]> producer = clients.producer("lab-transactions", transactional)) {
            producer.initTransactions();
            for (int i = 0; i < SAMPLE_TRANSACTIONS; i++) {
                producer.beginTransaction();
                var unused = producer.send(new ProducerRecord<>(topic, 0, null, new byte[] {(byte) i}));
                producer.commitTransaction();
            }
        }
        awaitPresent(Set.of(OFFSETS, TRANSACTIONS), deadline);
    }

    private boolean coordinatorAnswers(String group) {
        try {
            Answer.of(admin.listConsumerGroupOffsets(group).all(), "create the topic of committed offsets");
            return true;
        } catch (LabException notYet) {
            return false;
        }
    }

    private void awaitPresent(Set<String> names, Deadline deadline) {
        require(Waiting.until(() -> all().containsAll(names), deadline), "topics " + names + " are missing");
    }

    /** Waits until every partition of every topic has a leader and all its replicas in sync. */
    public void awaitWhole(Deadline deadline) {
        require(
                Waiting.until(() -> describe(all()).stream().allMatch(Topics::isWhole), deadline),
                "replicas are out of sync");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new LabException(
                    "the lab's topics do not become whole", otherwise, "see the brokers' logs in the lab's directory");
        }
    }

    private static boolean isWhole(TopicDescription topic) {
        return topic.partitions().stream()
                .allMatch(partition -> partition.leader() != null
                        && partition.isr().size() == partition.replicas().size());
    }

    Set<String> all() {
        return Answer.of(
                admin.listTopics(new ListTopicsOptions().listInternal(true)).names(), "list topics");
    }

    List<TopicDescription> describe(Collection<String> topics) {
        return Answer.of(admin.describeTopics(topics).allTopicNames(), "describe topics").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .collect(Collectors.toList());
    }
}
