package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.TopicPartition;
import java.util.ArrayList;
import java.util.Comparator;
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
        SortedMap<TopicPartition, Map<BrokerId, Long>> bytes = new TreeMap<>();
        answers.forEach((broker, byPath) -> {
            List<Disks.LogDir> itsDirs = new ArrayList<>();
            byPath.forEach((path, dir) -> {
                itsDirs.add(new Disks.LogDir(path, dir.totalBytes(), dir.usableBytes(), error(dir)));
                addSizes(broker, dir, bytes);
            });
            itsDirs.sort(Comparator.comparing(Disks.LogDir::path));
            dirs.put(broker, List.copyOf(itsDirs));
        });
        return new Disks(dirs, bytes);
    }

    private static void addSizes(
            BrokerId broker, LogDirDescription dir, SortedMap<TopicPartition, Map<BrokerId, Long>> bytes) {
        dir.replicaInfos().forEach((partition, replica) -> {
            // A future replica is the copy that will replace the present one on another directory of the same broker
            // (KIP-113): counting both would count the replica twice.
            if (!replica.isFuture()) {
                bytes.computeIfAbsent(
                                new TopicPartition(partition.topic(), partition.partition()), name -> new TreeMap<>())
                        .put(broker, replica.size());
            }
        });
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
