package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.TopicPartition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.errors.ApiException;
import org.jspecify.annotations.Nullable;

/** The brokers' answers about their log directories, turned into one part. Pure. */
final class DisksMapping {
    private DisksMapping() {}

    static Disks disks(Map<BrokerId, Map<String, LogDirDescription>> answers) {
        SortedMap<BrokerId, List<Disks.LogDir>> dirs = new TreeMap<>();
        Map<String, List<@Nullable Sizes>> bytes = new HashMap<>();
        answers.forEach((broker, byPath) -> {
            List<Disks.LogDir> itsDirs = new ArrayList<>();
            byPath.forEach((path, dir) -> {
                itsDirs.add(new Disks.LogDir(path, dir.totalBytes(), dir.usableBytes(), error(dir)));
                addSizes(broker, dir, bytes);
            });
            itsDirs.sort(Comparator.comparing(Disks.LogDir::path));
            dirs.put(broker, List.copyOf(itsDirs));
        });
        return new Disks(dirs, inOrder(bytes));
    }

    /** By topic first, then by place: names are compared once for each topic and not for each replica. */
    private static void addSizes(BrokerId broker, LogDirDescription dir, Map<String, List<@Nullable Sizes>> bytes) {
        dir.replicaInfos().forEach((partition, replica) -> {
            // A future replica is the copy that will replace the present one on another directory of the same broker
            // (KIP-113): counting both would count the replica twice.
            if (!replica.isFuture()) {
                at(partition.partition(), bytes.computeIfAbsent(partition.topic(), topic -> new ArrayList<>()))
                        .add(broker, replica.size());
            }
        });
    }

    private static Sizes at(int number, List<@Nullable Sizes> numbers) {
        while (numbers.size() <= number) {
            numbers.add(null);
        }
        Sizes known = numbers.get(number);
        if (known != null) {
            return known;
        }
        Sizes fresh = new Sizes();
        numbers.set(number, fresh);
        return fresh;
    }

    private static Map<TopicPartition, Map<BrokerId, Long>> inOrder(Map<String, List<@Nullable Sizes>> byTopic) {
        Map<TopicPartition, Map<BrokerId, Long>> bytes = new LinkedHashMap<>();
        new TreeMap<>(byTopic).forEach((topic, numbers) -> {
            for (int number = 0; number < numbers.size(); number++) {
                Sizes sizes = numbers.get(number);
                if (sizes != null) {
                    bytes.put(new TopicPartition(topic, number), sizes.byBroker());
                }
            }
        });
        return bytes;
    }

    /** Sizes of one partition's replicas while they are gathered, in as little room as may be. */
    private static final class Sizes {
        private static final int USUAL = 3;

        private BrokerId[] brokers = new BrokerId[USUAL];
        private long[] bytes = new long[USUAL];
        private int count;

        void add(BrokerId broker, long size) {
            if (count == brokers.length) {
                brokers = Arrays.copyOf(brokers, count * 2);
                bytes = Arrays.copyOf(bytes, count * 2);
            }
            brokers[count] = broker;
            bytes[count++] = size;
        }

        Map<BrokerId, Long> byBroker() {
            Map<BrokerId, Long> sizes = new HashMap<>();
            for (int i = 0; i < count; i++) {
                sizes.put(brokers[i], bytes[i]);
            }
            return Map.copyOf(sizes);
        }
    }

    private static String error(LogDirDescription dir) {
        ApiException error = dir.error();
        if (error == null) {
            return "";
        }
        String message = error.getMessage();
        return message == null ? error.getClass().getSimpleName() : message;
    }
}
