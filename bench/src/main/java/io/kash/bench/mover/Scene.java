package io.kash.bench.mover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kash.surgery.schedule.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Brokers with links of one rate, and the partitions that are to be moved between them. */
record Scene(String name, int brokers, double bytesPerSecond, List<Copying> copies) {
    Scene {
        copies = List.copyOf(copies);
    }

    /** Nothing moved yet. */
    Scene anew() {
        return new Scene(
                name,
                brokers,
                bytesPerSecond,
                copies.stream().map(Copying::anew).toList());
    }

    /**
     * Seconds nothing is faster than, whoever leads: what the busiest receiver receives, what is sent in all spread over
     * everybody who could send, the largest partition out of its one leader.
     */
    double limit() {
        double[] in = new double[brokers];
        double sent = 0;
        double largest = 0;
        Set<Long> senders = new HashSet<>();
        for (Copying copy : copies) {
            for (int receiver : copy.receivers) {
                in[receiver] += copy.bytes;
            }
            sent += (double) copy.bytes * copy.receivers.length;
            largest = Math.max(largest, (double) copy.bytes * copy.receivers.length);
            for (int at = 0; at < copy.inSync.count(); at++) {
                senders.add(copy.inSync.at(at));
            }
        }
        double most = Math.max(largest, sent / Math.max(1, senders.size()));
        return Math.max(most, Arrays.stream(in).max().orElse(0)) / bytesPerSecond;
    }

    /** {@code cluster.json} and {@code task.json} of a directory, with a plan that spreads bytes evenly in each rack. */
    static Scene read(Path directory, double bytesPerSecond) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode cluster = json.readTree(directory.resolve("cluster.json").toFile());
        JsonNode task = json.readTree(directory.resolve("task.json").toFile());
        Map<Integer, Integer> numbers = new HashMap<>();
        List<String> racks = new ArrayList<>();
        for (JsonNode broker : cluster.get("brokers")) {
            numbers.put(broker.get("id").asInt(), numbers.size());
            racks.add(broker.get("rack").asText());
        }
        Set<Integer> leaving = numbers(task.get("remove"), numbers);
        Set<Integer> targets = numbers(task.get("targets"), numbers);
        List<Replicas> all = new ArrayList<>();
        for (JsonNode topic : cluster.get("topics")) {
            for (JsonNode partition : topic.get("partitions")) {
                Set<Integer> removing = numbers(partition.path("removingReplicas"), numbers);
                List<Integer> on = new ArrayList<>();
                partition.get("replicas").forEach(id -> on.add(numbers.getOrDefault(id.asInt(), 0)));
                on.removeAll(removing);
                all.add(new Replicas(
                        on,
                        partition.get("sizeBytes").asLong(),
                        topic.get("name").asText().startsWith("__")));
            }
        }
        return new Scene(
                String.valueOf(directory.getFileName()),
                racks.size(),
                bytesPerSecond,
                spread(all, racks, leaving, targets));
    }

    /** A cluster of chance: sizes differ by orders of magnitude, leaders are anywhere; all of it goes to new brokers. */
    static Scene replaced(int brokers, int partitions, double bytesPerSecond, long seed) {
        Random random = new Random(seed);
        List<String> racks = new ArrayList<>();
        Set<Integer> leaving = new HashSet<>();
        Set<Integer> targets = new HashSet<>();
        for (int broker = 0; broker < 2 * brokers; broker++) {
            racks.add("abc".substring(broker % 3, broker % 3 + 1));
            (broker < brokers ? leaving : targets).add(broker);
        }
        List<Replicas> all = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            List<Integer> on = new ArrayList<>();
            int first = random.nextInt(3);
            for (int replica = 0; replica < 3; replica++) {
                on.add((first + replica) % 3 + 3 * random.nextInt(brokers / 3));
            }
            all.add(new Replicas(on, (long) (1e9 * Math.exp(1.5 * random.nextGaussian())), partition < 50));
        }
        return new Scene(
                "generated-" + brokers + "-" + seed, 2 * brokers, bytesPerSecond, spread(all, racks, leaving, targets));
    }

    private record Replicas(List<Integer> on, long bytes, boolean internal) {}

    private static Set<Integer> numbers(JsonNode ids, Map<Integer, Integer> numbers) {
        Set<Integer> all = new HashSet<>();
        ids.forEach(id -> all.add(numbers.getOrDefault(id.asInt(), 0)));
        return all;
    }

    /** The largest first, each to the broker of its rack that receives least. */
    private static List<Copying> spread(
            List<Replicas> all, List<String> racks, Set<Integer> leaving, Set<Integer> targets) {
        double[] received = new double[racks.size()];
        List<Integer> sorted = targets.stream().sorted().toList();
        List<Integer> bySize = new ArrayList<>();
        for (int number = 0; number < all.size(); number++) {
            bySize.add(number);
        }
        bySize.sort(Comparator.comparingLong(number -> -all.get(number).bytes));
        List<Copying> copies = new ArrayList<>();
        for (int number : bySize) {
            Replicas partition = all.get(number);
            List<Integer> then = new ArrayList<>(partition.on);
            List<Integer> receivers = new ArrayList<>();
            for (int replica : partition.on) {
                if (leaving.contains(replica)) {
                    int to = sorted.stream()
                            .filter(target -> !then.contains(target))
                            .min(Comparator.<Integer, Boolean>comparing(
                                            target -> !racks.get(target).equals(racks.get(replica)))
                                    .thenComparing(target -> received[target]))
                            .orElseThrow();
                    then.set(then.indexOf(replica), to);
                    receivers.add(to);
                    received[to] += partition.bytes;
                }
            }
            if (!receivers.isEmpty()) {
                copies.add(new Copying(
                        number,
                        Numbers.of(partition.on.stream()
                                .mapToLong(Integer::longValue)
                                .toArray()),
                        receivers.stream().mapToInt(Integer::intValue).toArray(),
                        partition.bytes,
                        partition.internal));
            }
        }
        copies.sort(Comparator.comparingInt(copy -> copy.number));
        return copies;
    }
}
