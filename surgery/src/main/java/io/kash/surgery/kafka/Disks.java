package io.kash.surgery.kafka;

import io.kash.surgery.plan.Part;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the brokers' own log directories hold.
 *
 * @param dirs by broker; a broker that was asked and did not answer is not in it
 * @param bytes sizes of replicas by partition and broker; replicas that are being copied count with what they hold now.
 *     It is kept in the order given and looked up by hash: a plan of 200,000 partitions asks it a million times
 */
public record Disks(SortedMap<BrokerId, List<LogDir>> dirs, Map<TopicPartition, Map<BrokerId, Long>> bytes)
        implements Part {

    /**
     * One log directory.
     *
     * @param totalBytes size of its volume; empty below Kafka 3.3
     * @param usableBytes what is left on its volume
     * @param error the reason it is offline, or an empty string
     */
    public record LogDir(String path, OptionalLong totalBytes, OptionalLong usableBytes, String error) {}

    public Disks {
        dirs = Collections.unmodifiableSortedMap(new TreeMap<>(dirs));
        bytes = Collections.unmodifiableMap(new LinkedHashMap<>(bytes));
    }

    /** The size of one replica, 0 when the broker holds none. */
    public long bytes(TopicPartition partition, BrokerId broker) {
        return bytes.getOrDefault(partition, Map.of()).getOrDefault(broker, 0L);
    }

    /** The size a new replica will have: that of the largest present one. */
    public long bytes(TopicPartition partition) {
        long most = 0;
        for (long one : bytes.getOrDefault(partition, Map.of()).values()) {
            most = Math.max(most, one);
        }
        return most;
    }

    /** All bytes of replicas on a broker. */
    public long bytesOn(BrokerId broker) {
        return bytes.values().stream()
                .mapToLong(byBroker -> byBroker.getOrDefault(broker, 0L))
                .sum();
    }
}
