package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.BrokerSettingsLook;
import io.kash.surgery.operation.PartReader;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Asks every live broker for the settings in force there (KIP-133). One that does not answer is named as silent and does
 * not fail the look; one that refuses does.
 */
final class BrokerSettingsReader implements PartReader<BrokerSettingsLook> {
    private final KafkaClient client;

    BrokerSettingsReader(KafkaClient client) {
        this.client = client;
    }

    @Override
    public Class<BrokerSettingsLook> answers() {
        return BrokerSettingsLook.class;
    }

    @Override
    public BrokerSettings read(BrokerSettingsLook look) {
        Budget budget = Budget.of(KafkaClient.TIME_OF_A_LOOK);
        try {
            return read(client.admin(), look, budget);
        } catch (KafkaFailure e) {
            throw client.problem("cannot read the brokers' settings", e);
        }
    }

    private static BrokerSettings read(Admin admin, BrokerSettingsLook look, Budget budget) throws KafkaFailure {
        List<ConfigResource> alive = Members.read(admin, budget).alive().stream()
                .map(broker -> new ConfigResource(ConfigResource.Type.BROKER, broker.toString()))
                .toList();
        Map<ConfigResource, KafkaFuture<Config>> answers = admin.describeConfigs(
                        alive, new DescribeConfigsOptions().timeoutMs(budget.leftMillis()))
                .values();
        SortedSet<String> keys = new TreeSet<>(look.others());
        keys.addAll(BrokerSettings.KEYS);
        SortedMap<BrokerId, Map<String, String>> byBroker = new TreeMap<>();
        SortedSet<BrokerId> silent = new TreeSet<>();
        for (Map.Entry<ConfigResource, KafkaFuture<Config>> answer : answers.entrySet()) {
            BrokerId broker = BrokerId.of(answer.getKey().name());
            try {
                byBroker.put(broker, known(budget.await(answer.getValue()), keys));
            } catch (KafkaFailure e) {
                if (!e.unanswered()) {
                    throw e;
                }
                silent.add(broker);
            }
        }
        return new BrokerSettings(byBroker, silent);
    }

    private static Map<String, String> known(Config settings, SortedSet<String> keys) {
        Map<String, String> known = new TreeMap<>();
        for (String key : keys) {
            ConfigEntry entry = settings.get(key);
            // In KRaft mode zookeeper.connect and the like are there with no value.
            if (entry != null && entry.value() != null && !entry.value().isBlank()) {
                known.put(key, entry.value());
            }
        }
        return known;
    }
}
