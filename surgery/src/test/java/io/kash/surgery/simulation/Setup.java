package io.kash.surgery.simulation;

import io.kash.surgery.environment.ByteRate;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.movement.AssignRequest;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.plan.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A small cluster of chance, dirty ones included, and what is to be done to it. */
final class Setup {
    private static final List<String> NAMES =
            List.of("orders", "payments", "__consumer_offsets", "clicks", "audit", "stock");

    private final Dice dice;
    private final KafkaWorld world;
    private final List<BrokerId> old = new ArrayList<>();
    private final List<BrokerId> fresh = new ArrayList<>();

    Setup(Dice dice) {
        this.dice = dice;
        this.world = new KafkaWorld(dice.chance(500) ? KafkaWorld.Mode.ZOOKEEPER : KafkaWorld.Mode.KRAFT);
    }

    KafkaWorld world() {
        return world;
    }

    void build() {
        boolean racks = dice.chance(700);
        int half = dice.between(2, 4);
        for (int number = 1; number <= half; number++) {
            old.add(broker(number, racks));
            fresh.add(broker(10 + number, racks));
        }
        if (half == 2 && dice.chance(500)) {
            old.add(broker(3, racks));
        }
        int topics = dice.between(1, 6);
        for (int number = 0; number < topics; number++) {
            topic(NAMES.get(number));
        }
        dirty();
        world.bearableRecords = bearable();
    }

    /** In a third of the runs clients feel every copy, in another only fast ones; it takes no dice. */
    private long bearable() {
        int all = world.partitions()
                .mapToInt(partition -> partition.recordsPerTick)
                .sum();
        return List.of(Long.MAX_VALUE, 300L, 0L).get(all % 3);
    }

    private BrokerId broker(int id, boolean racks) {
        Optional<Long> inFile = dice.chance(200) ? Optional.of(20_000_000L) : Optional.empty();
        return world.broker(id, racks ? String.valueOf((char) ('a' + id % 10)) : "", inFile).id;
    }

    /** On the old brokers, as in the story; with as many replicas as there is room for. */
    SimTopic topic(String name) {
        int factor = Math.min(dice.pick(List.of(1, 2, 3, 3, 3)), Math.min(old.size(), fresh.size()));
        int minIsr = factor == 1 ? 1 : dice.between(factor == 3 ? 2 : 1, 2);
        SimTopic topic = world.topic(name, Math.min(minIsr, factor));
        int partitions = dice.between(1, 4);
        for (int number = 0; number < partitions; number++) {
            List<BrokerId> replicas = dice.shuffled(old).subList(0, factor);
            topic.partitions.add(new SimPartition(
                    new TopicPartition(name, number), replicas, dice.between(0, 12_000), dice.between(0, 20)));
        }
        return topic;
    }

    private void dirty() {
        for (SimBroker broker : world.brokers.values()) {
            if (dice.chance(150)) {
                broker.settings.put(Throttles.LEADER_RATE, "50000000");
            }
            if (dice.chance(100)) {
                broker.settings.put(Throttles.FOLLOWER_RATE, "7000000");
            }
        }
        for (SimTopic topic : world.topics.values()) {
            if (dice.chance(150)) {
                topic.settings.put(Throttles.LEADER_REPLICAS, dice.pick(List.of("0:1", "0:2, 1:1", "*", "")));
            }
            if (dice.chance(100)) {
                topic.settings.put(Throttles.FOLLOWER_REPLICAS, dice.pick(List.of("0:11", "0:12,0:2", "*")));
            }
            for (SimPartition partition : topic.partitions) {
                if (partition.replicas.size() > 1 && dice.chance(100)) {
                    partition.lead(Optional.of(partition.replicas.get(1)));
                }
            }
        }
    }

    /** Off the old ones onto the new ones. */
    Request toNew() {
        return move("topics move --to-new", old, fresh);
    }

    /** Off one broker onto all the others. */
    Request drain() {
        BrokerId drained = dice.pick(old);
        List<BrokerId> rest = new ArrayList<>(world.brokers.keySet());
        rest.remove(drained);
        return move("drain " + drained, List.of(drained), rest);
    }

    private Request move(String words, List<BrokerId> from, List<BrokerId> to) {
        return new MoveRequest(words, new TreeSet<>(from), new TreeSet<>(to), List.of(), rate(), window(), 10);
    }

    /** Some partitions to anywhere. */
    Request assign() {
        SortedMap<TopicPartition, List<BrokerId>> targets = new TreeMap<>();
        world.partitions()
                .filter(partition -> dice.chance(600))
                .forEach(partition -> targets.put(
                        partition.name,
                        List.copyOf(dice.shuffled(new ArrayList<>(world.brokers.keySet()))
                                .subList(0, partition.replicas.size()))));
        SortedMap<String, String> ids = new TreeMap<>();
        world.topics.forEach((name, topic) -> ids.put(name, topic.id));
        return new AssignRequest("assign", targets, ids, rate(), window(), 10);
    }

    private ByteRate rate() {
        return new ByteRate(dice.pick(List.of(10_000_000L, 10_000_000L, 50_000_000L, 2_000_000L, 20_000L)));
    }

    private int window() {
        return dice.between(1, 4);
    }
}
