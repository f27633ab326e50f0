package io.kash.surgery.kafka;

import io.kash.surgery.plan.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Settings of the live brokers that are worth comparing, as they are in force, wherever they come from.
 *
 * @param byBroker keys from {@link #KEYS} and those asked for beside them; a key a broker does not know is not in it
 * @param silent brokers that are alive and did not answer
 */
public record BrokerSettings(SortedMap<BrokerId, Map<String, String>> byBroker, SortedSet<BrokerId> silent)
        implements Part {
    public static final String UNCLEAN_ELECTION = "unclean.leader.election.enable";
    public static final String MIN_IN_SYNC = "min.insync.replicas";
    public static final String REPLICATION_FACTOR = "default.replication.factor";
    public static final String PROTOCOL = "inter.broker.protocol.version";
    public static final String GENERATED_IDS = "broker.id.generation.enable";
    public static final String HIGHEST_GIVEN_ID = "reserved.broker.max.id";
    public static final String MIGRATION = "zookeeper.metadata.migration.enable";
    public static final String ZOOKEEPER = "zookeeper.connect";
    public static final List<String> KEYS = List.of(
            UNCLEAN_ELECTION,
            MIN_IN_SYNC,
            REPLICATION_FACTOR,
            PROTOCOL,
            GENERATED_IDS,
            HIGHEST_GIVEN_ID,
            MIGRATION,
            ZOOKEEPER);

    public BrokerSettings {
        byBroker = Collections.unmodifiableSortedMap(new TreeMap<>(byBroker));
        silent = Collections.unmodifiableSortedSet(new TreeSet<>(silent));
    }

    /** The brokers by the value they have of a key; those that have none are left out. */
    public SortedMap<String, List<BrokerId>> values(String key) {
        SortedMap<String, List<BrokerId>> brokers = new TreeMap<>();
        byBroker.forEach((broker, settings) -> {
            String value = settings.get(key);
            if (value != null) {
                brokers.computeIfAbsent(value, none -> new ArrayList<>()).add(broker);
            }
        });
        return brokers;
    }

    public Optional<String> of(BrokerId broker, String key) {
        return Optional.ofNullable(byBroker.getOrDefault(broker, Map.of()).get(key));
    }
}
