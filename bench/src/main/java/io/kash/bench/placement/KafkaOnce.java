package io.kash.bench.placement;

import io.kash.surgery.placement.Aim;
import io.kash.surgery.placement.Layout;
import io.kash.surgery.placement.offline.ClusterFile;
import io.kash.surgery.placement.offline.TaskFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code kafka-reassign-partitions --generate} computes, by the published code itself, called where it has read the
 * cluster already. Its class path holds the servers' jars.
 */
final class KafkaOnce {
    private KafkaOnce() {}

    public static void main(String[] files) throws IOException, ReflectiveOperationException {
        Layout layout = ClusterFile.read(Path.of(files[0]));
        Aim aim = TaskFile.read(Path.of(files[1]), layout);
        Constructor<?> named =
                Class.forName("org.apache.kafka.common.TopicPartition").getConstructor(String.class, int.class);
        Map<Object, List<Integer>> now = new HashMap<>();
        for (int partition = 0; partition < layout.partitions(); partition++) {
            List<Integer> replicas = new ArrayList<>();
            for (int place = 0; place < layout.end(partition) - layout.start(partition); place++) {
                replicas.add(layout.brokerId(layout.broker(partition, place)));
            }
            now.put(named.newInstance(layout.topic(layout.topicOf(partition)), layout.numberOf(partition)), replicas);
        }
        Constructor<?> metadata =
                Class.forName("org.apache.kafka.admin.BrokerMetadata").getConstructor(int.class, Optional.class);
        List<Object> brokers = new ArrayList<>();
        for (int broker : aim.receiving().stream().toArray()) {
            brokers.add(metadata.newInstance(layout.brokerId(broker), Optional.of(layout.rack(layout.rackOf(broker)))));
        }
        Method calculate = Class.forName("org.apache.kafka.tools.reassign.ReassignPartitionsCommand")
                .getDeclaredMethod("calculateAssignment", Map.class, List.class);
        calculate.setAccessible(true);
        long before = Cost.cpuNanos();
        Map<?, ?> proposed = (Map<?, ?>) calculate.invoke(null, now, brokers);
        long core = Cost.cpuNanos() - before;
        write(proposed, Path.of(files[2]));
        Cost.report(core);
    }

    private static void write(Map<?, ?> proposed, Path file) throws IOException, ReflectiveOperationException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"version\":1,\"partitions\":[");
            String gap = "";
            for (Map.Entry<?, ?> entry : proposed.entrySet()) {
                Object name = entry.getKey();
                out.write(gap + "{\"topic\":\""
                        + name.getClass().getMethod("topic").invoke(name) + "\",\"partition\":"
                        + name.getClass().getMethod("partition").invoke(name) + ",\"replicas\":" + entry.getValue()
                        + "}");
                gap = ",";
            }
            out.write("]}");
        }
    }
}
