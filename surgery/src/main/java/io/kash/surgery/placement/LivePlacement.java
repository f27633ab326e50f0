package io.kash.surgery.placement;

import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The placement of a cluster that was looked at: its numbers in, its names out. */
public final class LivePlacement implements Placement {
    private final BalancedPlacement balanced = new BalancedPlacement();

    @Override
    public Answer place(Cluster cluster, Disks disks, Wish wish) {
        List<TopicPartition> names = new ArrayList<>();
        Layout layout = layout(cluster, disks, wish, names);
        BitSet fixed = new BitSet();
        for (int topic = 0; topic < layout.topics(); topic++) {
            fixed.set(topic, !wish.topics().test(layout.topic(topic)));
        }
        Aim aim = new Aim(
                numbers(layout, wish.from()),
                numbers(layout, wish.to()),
                fixed,
                wish.level() ? Aim.Reach.LEVEL : Aim.Reach.WHAT_MUST_MOVE);
        Placed placed = balanced.place(layout, aim);
        SortedMap<TopicPartition, List<BrokerId>> targets = new TreeMap<>();
        for (int partition = 0; partition < layout.partitions(); partition++) {
            if (placed.changes(partition)) {
                List<BrokerId> brokers = new ArrayList<>();
                placed.brokers(partition, broker -> brokers.add(new BrokerId(layout.brokerId(broker))));
                targets.put(names.get(partition), List.copyOf(brokers));
            }
        }
        SortedMap<TopicPartition, String> impossible = new TreeMap<>();
        placed.impossible().stream()
                .forEach(
                        partition -> impossible.put(names.get(partition), "no broker is left for one of its replicas"));
        return new Answer(targets, impossible);
    }

    private static Layout layout(Cluster cluster, Disks disks, Wish wish, List<TopicPartition> names) {
        LayoutBuilder builder = new LayoutBuilder();
        for (Broker broker : cluster.brokers().values()) {
            builder.broker(broker.id().value(), broker.rack().orElse(Layout.NO_RACK));
        }
        // One that is to receive and is missing is refused for that: what it would lead to is not told as well.
        wish.to().stream()
                .filter(broker -> cluster.broker(broker).isEmpty())
                .forEach(broker -> builder.broker(broker.value(), Layout.NO_RACK));
        for (Topic topic : cluster.topics().values()) {
            builder.topic(topic.name());
            for (Partition partition : topic.partitions()) {
                int[] ids =
                        partition.target().stream().mapToInt(BrokerId::value).toArray();
                names.add(partition.name());
                builder.partition(
                        partition.name().partition(),
                        ids,
                        ids.length,
                        disks.bytes(partition.name()),
                        partition.reassigning());
            }
        }
        return builder.build();
    }

    /** A broker that holds nothing and is not registered has no number, and nothing to give or to receive. */
    private static BitSet numbers(Layout layout, Set<BrokerId> brokers) {
        BitSet numbers = new BitSet();
        brokers.stream()
                .mapToInt(broker -> layout.broker(broker.value()))
                .filter(number -> number >= 0)
                .forEach(numbers::set);
        return numbers;
    }
}
