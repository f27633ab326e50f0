package io.kash.surgery.kafka;

import io.kash.surgery.plan.Part;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Replication throttles as they are set dynamically. Values from a broker's file or cluster defaults are not in it: they
 * are not left behind by anybody's move.
 *
 * @param brokers settings by broker, only those set; keys from {@link #BROKER_KEYS}
 * @param topics settings by topic, only those set; keys from {@link #TOPIC_KEYS}
 * @param silent brokers that are alive and did not answer: whether they have any is not known
 */
public record Throttles(
        SortedMap<BrokerId, Map<String, String>> brokers,
        SortedMap<String, Map<String, String>> topics,
        SortedSet<BrokerId> silent)
        implements Part {
    public static final String LEADER_RATE = "leader.replication.throttled.rate";
    public static final String FOLLOWER_RATE = "follower.replication.throttled.rate";
    public static final String LOG_DIR_RATE = "replica.alter.log.dirs.io.max.bytes.per.second";
    public static final String LEADER_REPLICAS = "leader.replication.throttled.replicas";
    public static final String FOLLOWER_REPLICAS = "follower.replication.throttled.replicas";
    public static final List<String> BROKER_KEYS = List.of(LEADER_RATE, FOLLOWER_RATE, LOG_DIR_RATE);
    public static final List<String> TOPIC_KEYS = List.of(LEADER_REPLICAS, FOLLOWER_REPLICAS);

    public Throttles {
        brokers = Collections.unmodifiableSortedMap(new TreeMap<>(brokers));
        topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
        silent = Collections.unmodifiableSortedSet(new TreeSet<>(silent));
    }

    /** Throttles of brokers that all answered. */
    public Throttles(SortedMap<BrokerId, Map<String, String>> brokers, SortedMap<String, Map<String, String>> topics) {
        this(brokers, topics, new TreeSet<>());
    }

    public static final Throttles NONE = new Throttles(new TreeMap<>(), new TreeMap<>());

    public Optional<String> ofBroker(BrokerId broker, String key) {
        return Optional.ofNullable(brokers.getOrDefault(broker, Map.of()).get(key));
    }

    public Optional<String> ofTopic(String topic, String key) {
        return Optional.ofNullable(topics.getOrDefault(topic, Map.of()).get(key));
    }

    public boolean isEmpty() {
        return brokers.isEmpty() && topics.isEmpty();
    }
}
