package io.kash.surgery.simulation;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Throttles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a cluster does by itself in every tick: producers write with acks=all, followers copy within their throttles, the
 * ISR shrinks and grows, reassignments end. An election is never unclean.
 */
final class Replication {
    /** What one replica copies in a tick when nothing throttles it. */
    private static final long UNTHROTTLED_RECORDS = 4_000;
    /** Ticks after which a replica that is behind falls out of the ISR; a few, as time is short here. */
    private static final int PATIENCE = 10;

    private final KafkaWorld world;
    private final Map<BrokerId, Long> sent = new HashMap<>();
    private final Map<BrokerId, Long> received = new HashMap<>();

    Replication(KafkaWorld world) {
        this.world = world;
    }

    void tick(long nowMillis) {
        sent.clear();
        received.clear();
        boolean controlled = nowMillis >= world.controllerBackAtMillis;
        for (SimTopic topic : world.topics.values()) {
            for (SimPartition partition : topic.partitions) {
                if (controlled) {
                    elect(partition);
                }
                produce(topic, partition);
                copy(topic, partition);
                if (controlled) {
                    judge(partition);
                }
                acknowledge(topic, partition);
                if (controlled) {
                    complete(partition, nowMillis);
                }
            }
        }
        world.copiedRecords = Stream.concat(sent.values().stream(), received.values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** The dead leave the ISR, but never the last; the first in sync and alive leads. */
    private void elect(SimPartition partition) {
        for (BrokerId member : partition.isr) {
            if (!world.alive(member) && partition.isr.size() > 1) {
                partition.leaveIsr(member);
            }
        }
        if (partition.leader.isEmpty() || !world.alive(partition.leader.get())) {
            partition.lead(partition.replicas.stream()
                    .filter(id -> partition.isr.contains(id) && world.alive(id))
                    .findFirst());
        }
    }

    private boolean led(SimPartition partition) {
        return partition.leader.filter(world::alive).isPresent();
    }

    private void produce(SimTopic topic, SimPartition partition) {
        if (led(partition) && partition.isr.size() >= Math.min(topic.minIsr, partition.replicas.size())) {
            partition.log(partition.leader.get()).append(partition.epoch, partition.recordsPerTick);
        }
    }

    private void copy(SimTopic topic, SimPartition partition) {
        if (!led(partition)) {
            return;
        }
        BrokerId leader = partition.leader.get();
        for (BrokerId follower : partition.replicas) {
            if (!follower.equals(leader) && world.alive(follower)) {
                long most = allowed(topic, partition, leader, follower);
                long copied = partition.log(follower).follow(partition.log(leader), most);
                if (!partition.isr.contains(follower)) {
                    sent.merge(leader, copied, Long::sum);
                    received.merge(follower, copied, Long::sum);
                }
            }
        }
    }

    /** KIP-73: only replicas that are listed, and only while they are not in sync. */
    private long allowed(SimTopic topic, SimPartition partition, BrokerId leader, BrokerId follower) {
        long most = UNTHROTTLED_RECORDS;
        if (partition.isr.contains(follower)) {
            return most;
        }
        if (listed(topic, Throttles.LEADER_REPLICAS, partition, leader)) {
            most = Math.min(most, left(sendingRate(leader), sent.getOrDefault(leader, 0L)));
        }
        if (listed(topic, Throttles.FOLLOWER_REPLICAS, partition, follower)) {
            most = Math.min(most, left(receivingRate(follower), received.getOrDefault(follower, 0L)));
        }
        return most;
    }

    private long sendingRate(BrokerId id) {
        SimBroker broker = world.brokers.get(id);
        return broker == null ? Long.MAX_VALUE : broker.sendingRate();
    }

    private long receivingRate(BrokerId id) {
        SimBroker broker = world.brokers.get(id);
        return broker == null ? Long.MAX_VALUE : broker.receivingRate();
    }

    private static long left(long bytesPerSecond, long used) {
        long records = bytesPerSecond / KafkaWorld.BYTES_PER_RECORD * KafkaWorld.TICK_MILLIS / 1000;
        return Math.max(0, records - used);
    }

    private static boolean listed(SimTopic topic, String key, SimPartition partition, BrokerId broker) {
        String list = topic.settings.getOrDefault(key, "");
        return list.equals("*")
                || Arrays.stream(list.split(",", -1))
                        .anyMatch(entry -> entry.strip().equals(partition.name.partition() + ":" + broker));
    }

    /** Who has caught up comes into the ISR; who stays behind falls out of it. */
    private void judge(SimPartition partition) {
        if (!led(partition)) {
            return;
        }
        BrokerId leader = partition.leader.get();
        RecordLog leading = partition.log(leader);
        List<BrokerId> isr = new ArrayList<>(partition.isr);
        for (BrokerId replica : partition.replicas) {
            boolean caughtUp = world.alive(replica) && partition.log(replica).common(leading) >= leading.end();
            if (caughtUp) {
                partition.behind.remove(replica);
                if (!isr.contains(replica)) {
                    isr.add(replica);
                }
            } else if (isr.contains(replica) && partition.behind.merge(replica, 1, Integer::sum) > PATIENCE) {
                isr.remove(replica);
            }
        }
        partition.isr = List.copyOf(isr);
    }

    private void acknowledge(SimTopic topic, SimPartition partition) {
        if (!led(partition)) {
            return;
        }
        RecordLog leading = partition.log(partition.leader.get());
        long common = leading.end();
        for (BrokerId member : partition.isr) {
            common = Math.min(common, partition.log(member).common(leading));
        }
        partition.highWatermark = Math.max(partition.highWatermark, common);
        if (partition.isr.size() >= topic.minIsr && common > partition.acknowledged.end()) {
            partition.acknowledged.copy(leading, common);
        }
    }

    /** A reassignment ends when every replica of the target is in sync. */
    private void complete(SimPartition partition, long nowMillis) {
        List<BrokerId> target = partition.target();
        if (!partition.reassigning() || !led(partition) || !partition.isr.containsAll(target)) {
            return;
        }
        partition.isr = partition.isr.stream().filter(target::contains).toList();
        if (!target.contains(partition.leader.get())) {
            partition.lead(target.stream().filter(world::alive).findFirst());
        }
        partition.settle(target);
        partition.settledAtMillis = nowMillis;
    }
}
