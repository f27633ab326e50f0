package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.TopicPartition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.errors.ApiException;

/** The brokers' answers about their log directories, turned into one part. Pure. */
final class DisksMapping {
    private DisksMapping() {}

    static Disks disks(Map<BrokerId, Map<String, LogDirDescription>> answers) {
        SortedMap<BrokerId, List<Disks.LogDir>> dirs = new TreeMap<>();
        Map<String, Map<Integer, Map<BrokerId, Long>>> bytes = new HashMap<>();
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

    /** By topic first: names are compared once for each topic and not for each replica. */
    private static void addSizes(
            BrokerId broker, LogDirDescription dir, Map<String, Map<Integer, Map<BrokerId, Long>>> bytes) {
        dir.replicaInfos().forEach((partition, replica) -> {
            // A future replica is the copy that will replace the present one on another directory of the same broker
            // (KIP-113): counting both would count the replica twice.
            if (!replica.isFuture()) {
                bytes.computeIfAbsent(partition.topic(), topic -> new HashMap<>())
                        .computeIfAbsent(partition.partition(), number -> new TreeMap<>())
                        .put(broker, replica.size());
            }
        });
    }

    private static Map<TopicPartition, Map<BrokerId, Long>> inOrder(
            Map<String, Map<Integer, Map<BrokerId, Long>>> byTopic) {
        Map<TopicPartition, Map<BrokerId, Long>> bytes = new LinkedHashMap<>();
        new TreeMap<>(byTopic).forEach((topic, numbers) -> new TreeMap<>(numbers)
                .forEach((number, sizes) -> bytes.put(new TopicPartition(topic, number), sizes)));
        return bytes;
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
