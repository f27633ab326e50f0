package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.ThrottlesLook;
import io.kash.surgery.operation.PartReader;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Reads the replication throttles that are set dynamically (KIP-73, KIP-226). A broker's settings are asked of that
 * broker itself, so only live ones are asked; one that does not answer is named as silent and does not fail the look.
 */
final class ThrottlesReader implements PartReader<ThrottlesLook> {
    private final KafkaClient client;

    ThrottlesReader(KafkaClient client) {
        this.client = client;
    }

    @Override
    public Class<ThrottlesLook> answers() {
        return ThrottlesLook.class;
    }

    @Override
    public Throttles read(ThrottlesLook look) {
        Budget budget = Budget.of(KafkaClient.TIME_OF_A_LOOK);
        try {
            Admin admin = client.admin();
            Map<ConfigResource, KafkaFuture<Config>> brokers = askBrokers(admin, budget);
            SortedMap<String, Map<String, String>> topics = ofTopics(look, admin, budget);
            SortedSet<BrokerId> silent = new TreeSet<>();
            return new Throttles(ofBrokers(brokers, budget, silent), topics, silent);
        } catch (KafkaFailure e) {
            throw client.problem("cannot read the throttles", e);
        }
    }

    private static Map<ConfigResource, KafkaFuture<Config>> askBrokers(Admin admin, Budget budget) throws KafkaFailure {
        List<ConfigResource> alive = Members.read(admin, budget).alive().stream()
                .map(broker -> new ConfigResource(ConfigResource.Type.BROKER, broker.toString()))
                .toList();
        return admin.describeConfigs(alive, new DescribeConfigsOptions().timeoutMs(budget.leftMillis()))
                .values();
    }

    private static SortedMap<BrokerId, Map<String, String>> ofBrokers(
            Map<ConfigResource, KafkaFuture<Config>> answers, Budget budget, SortedSet<BrokerId> silent)
            throws KafkaFailure {
        SortedMap<BrokerId, Map<String, String>> set = new TreeMap<>();
        for (Map.Entry<ConfigResource, KafkaFuture<Config>> answer : answers.entrySet()) {
            try {
                putIfAny(
                        set,
                        BrokerId.of(answer.getKey().name()),
                        ThrottlesMapping.set(
                                budget.await(answer.getValue()),
                                Throttles.BROKER_KEYS,
                                ConfigSource.DYNAMIC_BROKER_CONFIG));
            } catch (KafkaFailure e) {
                if (!e.unanswered()) {
                    throw e;
                }
                silent.add(BrokerId.of(answer.getKey().name()));
            }
        }
        return set;
    }

    private static SortedMap<String, Map<String, String>> ofTopics(ThrottlesLook look, Admin admin, Budget budget)
            throws KafkaFailure {
        SortedMap<String, Map<String, String>> set = new TreeMap<>();
        Topics topics = new Topics(admin, budget);
        for (List<String> some : Topics.parts(topics.names(look.topics()))) {
            topics.settings(some)
                    .forEach((topic, settings) -> putIfAny(
                            set,
                            topic,
                            ThrottlesMapping.set(settings, Throttles.TOPIC_KEYS, ConfigSource.DYNAMIC_TOPIC_CONFIG)));
        }
        return set;
    }

    private static <K> void putIfAny(Map<K, Map<String, String>> all, K owner, Map<String, String> values) {
        if (!values.isEmpty()) {
            all.put(owner, values);
        }
    }
}
