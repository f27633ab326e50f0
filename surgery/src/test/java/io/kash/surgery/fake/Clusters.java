package io.kash.surgery.fake;

import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Disks.LogDir;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Builds small clusters for tests: brokers first, then topics, then what is wrong with them.
 *
 * <pre>
 * Clusters.of().broker(1, "a").broker(2, "b").topic("payments", 2, ids(1, 2), ids(2, 1)).size("payments-0", 1, GIB)
 * </pre>
 */
public final class Clusters {
    /** The moment every fake snapshot is taken at unless a test says otherwise. */
    public static final Instant NOW = Instant.parse("2026-07-28T14:02:07Z");

    public static final long MIB = 1L << 20;
    public static final long GIB = 1L << 30;

    private final Map<BrokerId, Broker> brokers = new LinkedHashMap<>();
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final TreeMap<BrokerId, List<LogDir>> dirs = new TreeMap<>();
    private final TreeMap<TopicPartition, Map<BrokerId, Long>> bytes = new TreeMap<>();
    private final TreeMap<BrokerId, Map<String, String>> brokerThrottles = new TreeMap<>();
    private final TreeMap<String, Map<String, String>> topicThrottles = new TreeMap<>();
    private final TreeSet<BrokerId> silent = new TreeSet<>();
    private Optional<BrokerId> controller = Optional.empty();

    private Clusters() {}

    public static Clusters of() {
        return new Clusters();
    }

    /** Three old brokers with two topics of RF 3 and three empty new ones, in three zones: where every move begins. */
    public static Clusters oldAndNew() {
        Clusters clusters = of().controller(1);
        for (int zone = 1; zone <= 3; zone++) {
            String name = String.valueOf((char) ('a' + zone - 1));
            clusters.broker(zone, name).broker(10 + zone, name);
        }
        clusters.topic("orders", 2, ids(1, 2, 3), ids(2, 3, 1));
        clusters.topic("payments", 2, ids(1, 2, 3), ids(2, 3, 1), ids(3, 1, 2));
        clusters.sizes("orders", 256 * MIB).sizes("payments", 2 * GIB);
        for (int broker : new int[] {1, 2, 3}) {
            clusters.disk(broker, 100 * GIB, 60 * GIB).disk(10 + broker, 100 * GIB, 97 * GIB);
        }
        return clusters;
    }

    public static List<BrokerId> ids(int... ids) {
        return Arrays.stream(ids).mapToObj(BrokerId::new).toList();
    }

    public Clusters controller(int id) {
        controller = Optional.of(new BrokerId(id));
        return this;
    }

    /** A live broker at 10.0.0.{id}:9092. */
    public Clusters broker(int id, String rack) {
        return broker(id, Optional.of(rack), false);
    }

    public Clusters broker(int id, Optional<String> rack, boolean fenced) {
        BrokerId broker = new BrokerId(id);
        brokers.put(broker, new Broker(broker, "10.0.0." + id, 9092, rack, fenced));
        return this;
    }

    /** The broker is no longer registered and in no ISR; what it led is led by the next replica in sync. */
    public Clusters dead(int id) {
        BrokerId broker = new BrokerId(id);
        brokers.remove(broker);
        dirs.remove(broker);
        topics.replaceAll((name, topic) -> with(
                topic,
                topic.partitions().stream()
                        .map(partition -> without(partition, broker))
                        .toList()));
        return this;
    }

    /** A topic with one partition for each list of replicas, all in sync, led by the first. */
    @SafeVarargs
    public final Clusters topic(String name, int minInSync, List<BrokerId>... replicas) {
        List<Partition> partitions = new ArrayList<>();
        for (List<BrokerId> of : replicas) {
            TopicPartition partition = new TopicPartition(name, partitions.size());
            partitions.add(Partition.at(partition, of, of, of.stream().findFirst()));
        }
        topics.put(name, new Topic(name, "id-of-" + name, name.startsWith("__"), minInSync, false, partitions));
        return this;
    }

    public Clusters unclean(String topic) {
        Topic old = topics.get(topic);
        if (old == null) {
            throw new IllegalArgumentException("no topic " + topic);
        }
        topics.put(
                topic,
                new Topic(old.name(), old.id(), old.internal(), old.minInSyncReplicas(), true, old.partitions()));
        return this;
    }

    /** Puts a partition in the place of the one of its name. */
    public Clusters partition(Partition partition) {
        topics.computeIfPresent(
                partition.name().topic(),
                (name, topic) -> with(
                        topic,
                        topic.partitions().stream()
                                .map(old -> old.name().equals(partition.name()) ? partition : old)
                                .toList()));
        return this;
    }

    /** Leaves only these replicas in sync; the first of them leads, and nobody when there are none. */
    public Clusters isr(String partition, int... inSync) {
        TopicPartition name = TopicPartition.of(partition);
        Partition old = cluster().partition(name).orElseThrow();
        List<BrokerId> isr = ids(inSync);
        return partition(
                new Partition(name, old.replicas(), isr, isr.stream().findFirst(), old.adding(), old.removing()));
    }

    /** Begins a reassignment, with nothing copied yet. */
    public Clusters reassigning(String partition, int... target) {
        TopicPartition name = TopicPartition.of(partition);
        Partition old = cluster().partition(name).orElseThrow();
        List<BrokerId> wanted = ids(target);
        List<BrokerId> adding =
                wanted.stream().filter(id -> !old.replicas().contains(id)).toList();
        List<BrokerId> removing =
                old.replicas().stream().filter(id -> !wanted.contains(id)).toList();
        List<BrokerId> all = new ArrayList<>(wanted);
        all.addAll(removing);
        return partition(new Partition(name, all, old.isr(), old.leader(), adding, removing));
    }

    public Clusters size(String partition, int broker, long size) {
        bytes.computeIfAbsent(TopicPartition.of(partition), none -> new HashMap<>())
                .put(new BrokerId(broker), size);
        return this;
    }

    /** The same size for every replica of a topic. */
    public Clusters sizes(String topic, long size) {
        Optional.ofNullable(topics.get(topic)).orElseThrow().partitions().forEach(partition -> partition
                .replicas()
                .forEach(replica -> size(partition.name().toString(), replica.value(), size)));
        return this;
    }

    /** Adds a log directory to a broker. */
    public Clusters disk(int broker, long total, long usable) {
        return dir(broker, new LogDir("/var/kafka", OptionalLong.of(total), OptionalLong.of(usable), ""));
    }

    public Clusters dir(int broker, LogDir dir) {
        dirs.computeIfAbsent(new BrokerId(broker), none -> new ArrayList<>()).add(dir);
        return this;
    }

    public Clusters throttle(int broker, String key, String value) {
        brokerThrottles
                .computeIfAbsent(new BrokerId(broker), none -> new TreeMap<>())
                .put(key, value);
        return this;
    }

    public Clusters throttle(String topic, String key, String value) {
        topicThrottles.computeIfAbsent(topic, none -> new TreeMap<>()).put(key, value);
        return this;
    }

    /** The broker is alive and answers neither about its disks nor about its settings. */
    public Clusters silent(int id) {
        dirs.remove(new BrokerId(id));
        silent.add(new BrokerId(id));
        return this;
    }

    public Cluster cluster() {
        return Cluster.of("q3xQkA", controller, brokers.values(), topics.values());
    }

    public Disks disks() {
        return new Disks(dirs, bytes);
    }

    public Throttles throttles() {
        return new Throttles(brokerThrottles, topicThrottles, silent);
    }

    /** An observer that sees all of it. */
    public FakeObserver observer() {
        return new FakeObserver().with(cluster()).with(disks()).with(throttles());
    }

    private static Partition without(Partition partition, BrokerId broker) {
        List<BrokerId> isr =
                partition.isr().stream().filter(id -> !id.equals(broker)).toList();
        Optional<BrokerId> leader = partition.leader().filter(id -> !id.equals(broker));
        return new Partition(
                partition.name(),
                partition.replicas(),
                isr,
                leader.or(() -> isr.stream().findFirst()),
                partition.adding(),
                partition.removing());
    }

    private static Topic with(Topic topic, List<Partition> partitions) {
        return new Topic(
                topic.name(),
                topic.id(),
                topic.internal(),
                topic.minInSyncReplicas(),
                topic.uncleanElection(),
                partitions);
    }
}
