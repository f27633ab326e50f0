package io.kash.surgery.simulation;

import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A Kafka cluster as far as surgery touches it: who is there, what is where, and what can be seen of it. What it does by
 * itself is in {@link Replication}, what it is told in {@link Controller} and {@link Settings}.
 */
final class KafkaWorld {
    static final long TICK_MILLIS = 200;
    static final long BYTES_PER_RECORD = 1_000;
    private static final long DISK_BYTES = 1_000_000_000_000L;

    /** What keeps the metadata; some of what goes wrong goes wrong only with one of them. */
    enum Mode {
        ZOOKEEPER,
        KRAFT
    }

    final Mode mode;
    final SortedMap<BrokerId, SimBroker> brokers = new TreeMap<>();
    final SortedMap<String, SimTopic> topics = new TreeMap<>();
    /** Until then there is no controller: what it is told is lost, and it does nothing. */
    long controllerBackAtMillis;

    /** Records a broker may send or receive in a tick for copies before clients feel it; as many as can be at first. */
    long bearableRecords = Long.MAX_VALUE;
    /** The most that any broker sent or received for copies in the last tick. */
    long copiedRecords;

    private long topicsCreated;

    KafkaWorld(Mode mode) {
        this.mode = mode;
    }

    SimBroker broker(int id, String rack, Optional<Long> fileRate) {
        SimBroker broker =
                new SimBroker(new BrokerId(id), rack.isEmpty() ? Optional.empty() : Optional.of(rack), fileRate);
        brokers.put(broker.id, broker);
        return broker;
    }

    /** Creates a topic; one that had the name before was another. */
    SimTopic topic(String name, int minIsr) {
        SimTopic topic = new SimTopic(name, "topic-" + ++topicsCreated, minIsr);
        topics.put(name, topic);
        return topic;
    }

    Stream<SimPartition> partitions() {
        return topics.values().stream().flatMap(topic -> topic.partitions.stream());
    }

    Optional<SimPartition> partition(TopicPartition name) {
        return Optional.ofNullable(topics.get(name.topic())).flatMap(topic -> topic.partitions.stream()
                .filter(partition -> partition.name.equals(name))
                .findFirst());
    }

    boolean clientsFeelCopies() {
        return bearableRecords < Long.MAX_VALUE;
    }

    /** How long a record waits for its acknowledgement, as a canary sees it. */
    long acknowledgedWithinMillis() {
        return copiedRecords > bearableRecords ? 120 + copiedRecords : 20;
    }

    boolean alive(BrokerId id) {
        SimBroker broker = brokers.get(id);
        return broker != null && broker.alive;
    }

    List<BrokerId> living() {
        return brokers.keySet().stream().filter(this::alive).toList();
    }

    /** The metadata. In ZooKeeper mode a broker that is down is not there; in KRaft it is, and fenced. */
    Cluster cluster() {
        List<Broker> members = brokers.values().stream()
                .filter(broker -> broker.alive || mode == Mode.KRAFT)
                .map(broker -> broker.view(mode == Mode.KRAFT))
                .toList();
        return Cluster.of(
                "cluster-1",
                living().stream().findFirst(),
                members,
                topics.values().stream().map(SimTopic::view).toList());
    }

    /**
     * What a broker answers whose metadata are a moment old. Reassignments come from the controller and are never old;
     * one that has just ended is listed no more, and its replicas still are those of both sides.
     */
    Cluster cluster(Cluster old) {
        Cluster now = cluster();
        List<Topic> mixed = new ArrayList<>();
        for (Topic topic : old.topics().values()) {
            boolean same = now.topic(topic.name())
                    .filter(other -> other.id().equals(topic.id()))
                    .isPresent();
            mixed.add(topic.with(topic.partitions().stream()
                    .map(before -> mixed(before, same ? now.partition(before.name()) : Optional.empty()))
                    .toList()));
        }
        return Cluster.of(old.id(), old.controller(), old.brokers().values(), mixed);
    }

    private static Partition mixed(Partition old, Optional<Partition> now) {
        return now.filter(Partition::reassigning)
                .map(listed -> new Partition(
                        old.name(), listed.replicas(), old.isr(), old.leader(), listed.adding(), listed.removing()))
                .orElseGet(() -> Partition.at(old.name(), old.replicas(), old.isr(), old.leader()));
    }

    Disks disks() {
        SortedMap<BrokerId, List<Disks.LogDir>> dirs = new TreeMap<>();
        living().forEach(id -> dirs.put(
                id,
                List.of(new Disks.LogDir(
                        "/data", OptionalLong.of(DISK_BYTES), OptionalLong.of(DISK_BYTES * 9 / 10), ""))));
        SortedMap<TopicPartition, Map<BrokerId, Long>> bytes = new TreeMap<>();
        partitions().forEach(partition -> {
            Map<BrokerId, Long> held = new TreeMap<>();
            partition.logs.forEach((id, log) -> {
                if (alive(id)) {
                    held.put(id, log.end() * BYTES_PER_RECORD);
                }
            });
            bytes.put(partition.name, held);
        });
        return new Disks(dirs, bytes);
    }

    /** Dynamic settings of those brokers that answer. */
    Throttles throttles(long nowMillis) {
        SortedMap<BrokerId, Map<String, String>> ofBrokers = new TreeMap<>();
        TreeSet<BrokerId> silent = new TreeSet<>();
        for (SimBroker broker : brokers.values()) {
            if (broker.alive && broker.silentUntilMillis > nowMillis) {
                silent.add(broker.id);
            } else if (broker.alive && !broker.settings.isEmpty()) {
                ofBrokers.put(broker.id, new TreeMap<>(broker.settings));
            }
        }
        SortedMap<String, Map<String, String>> ofTopics = new TreeMap<>();
        topics.values().stream()
                .filter(topic -> !topic.settings.isEmpty())
                .forEach(topic -> ofTopics.put(topic.name, new TreeMap<>(topic.settings)));
        return new Throttles(ofBrokers, ofTopics, silent);
    }
}
