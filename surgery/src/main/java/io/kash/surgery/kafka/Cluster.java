package io.kash.surgery.kafka;

import io.kash.surgery.plan.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Kafka's metadata: who is there and what is where.
 *
 * @param id the cluster id
 * @param controller the broker that is the controller; in KRaft mode the broker that answers for it, if any
 * @param topics in the order of their names, and looked up by hash: a plan of 200,000 partitions asks a million times; only
 *     those the look asked for
 */
public record Cluster(
        String id, Optional<BrokerId> controller, SortedMap<BrokerId, Broker> brokers, Map<String, Topic> topics)
        implements Part {

    public Cluster {
        brokers = Collections.unmodifiableSortedMap(new TreeMap<>(brokers));
        topics = Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(topics)));
    }

    public static Cluster of(
            String id, Optional<BrokerId> controller, Collection<Broker> brokers, Collection<Topic> topics) {
        SortedMap<BrokerId, Broker> byId = new TreeMap<>();
        brokers.forEach(broker -> byId.put(broker.id(), broker));
        Map<String, Topic> byName = new HashMap<>();
        topics.forEach(topic -> byName.put(topic.name(), topic));
        return new Cluster(id, controller, byId, byName);
    }

    public Optional<Broker> broker(BrokerId id) {
        return Optional.ofNullable(brokers.get(id));
    }

    /** Whether the broker is registered and not fenced. */
    public boolean alive(BrokerId id) {
        return broker(id).filter(Broker::alive).isPresent();
    }

    public Optional<String> rack(BrokerId id) {
        return broker(id).flatMap(Broker::rack);
    }

    public Optional<Topic> topic(String name) {
        return Optional.ofNullable(topics.get(name));
    }

    public Optional<Partition> partition(TopicPartition name) {
        return topic(name.topic()).flatMap(topic -> topic.partition(name.partition()));
    }

    public Stream<Partition> partitions() {
        return topics.values().stream().flatMap(topic -> topic.partitions().stream());
    }

    /** This cluster with some partitions in the place of those of their names: the world after a step. */
    public Cluster with(Map<TopicPartition, Partition> changed) {
        Map<String, Topic> after = new HashMap<>();
        topics.forEach((name, topic) -> {
            List<Partition> partitions = new ArrayList<>();
            topic.partitions().forEach(old -> partitions.add(changed.getOrDefault(old.name(), old)));
            after.put(name, topic.with(partitions));
        });
        return new Cluster(id, controller, brokers, after);
    }
}
