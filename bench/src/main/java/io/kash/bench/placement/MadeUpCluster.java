package io.kash.bench.placement;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A cluster of a seed, as clusters become with the years: topics whose sizes differ by orders of magnitude, brokers that
 * were added late and are half empty; and, if it is to be untidy, uneven racks, topics with two replicas, partitions with
 * two replicas in one rack.
 */
final class MadeUpCluster {
    private static final int[] PARTITIONS = {1, 2, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 200};

    private final Size size;
    private final Random random;
    private final boolean untidy;
    private final List<Integer> racks = new ArrayList<>();
    private final List<List<Integer>> byRack = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private final double[] weight;
    private final double[] load;

    MadeUpCluster(Size size, long seed, boolean untidy) {
        this.size = size;
        this.untidy = untidy;
        this.random = new Random(seed * 31 + size.partitions * 2L + (untidy ? 1 : 0));
        this.weight = new double[size.brokers];
        this.load = new double[size.brokers];
        for (int broker = 0; broker < size.brokers; broker++) {
            int rack =
                    untidy ? (broker * 10 / size.brokers < 5 ? 0 : broker * 10 / size.brokers < 8 ? 1 : 2) : broker % 3;
            racks.add(rack);
            byRack.get(rack).add(broker);
            weight[broker] = Math.exp(random.nextGaussian() * 0.15) * (random.nextInt(12) == 0 ? 0.5 : 1);
        }
    }

    /** Writes the cluster, with the brokers a task adds, and the task. */
    void write(Task task, Path cluster, Path wish) throws IOException {
        List<Integer> all = new ArrayList<>(racks);
        all.addAll(task.added(racks));
        try (Writer out = Files.newBufferedWriter(cluster)) {
            out.write("{\"brokers\":[");
            for (int broker = 0; broker < all.size(); broker++) {
                out.write((broker == 0 ? "" : ",") + "{\"id\":" + broker + ",\"rack\":\"r" + all.get(broker) + "\"}");
            }
            out.write("],\"topics\":[");
            writeTopics(out);
            out.write("]}");
        }
        List<Integer> removed = task.removed(load);
        List<Integer> targets = new ArrayList<>();
        for (int broker = 0; broker < all.size(); broker++) {
            targets.add(broker);
        }
        targets.removeAll(removed);
        Files.writeString(
                wish, "{\"task\":\"" + task.word() + "\",\"remove\":" + removed + ",\"targets\":" + targets + "}");
    }

    private void writeTopics(Writer out) throws IOException {
        int left = size.partitions;
        for (int topic = 0; left > 0; topic++) {
            int partitions =
                    Math.min(Math.min(left, Math.max(8, size.partitions / 40)), PARTITIONS[random.nextInt(14)]);
            left -= partitions;
            double scale = Math.exp(random.nextGaussian() * 1.6 - 1.4) * size.bytes;
            int factor = untidy && random.nextInt(7) == 0 ? 2 : 3;
            boolean shares = untidy && random.nextInt(50) == 0;
            out.write((topic == 0 ? "" : ",") + "{\"name\":\"topic-" + topic + "\",\"partitions\":[");
            for (int partition = 0; partition < partitions; partition++) {
                List<Integer> replicas = replicas(factor, shares);
                long bytes = (long) Math.min(
                        size.bytes * 0.24 * size.partitions / size.brokers,
                        scale * Math.exp(random.nextGaussian() * 0.5));
                replicas.forEach(broker -> load[broker] += bytes);
                out.write((partition == 0 ? "" : ",") + "{\"id\":" + partition + ",\"replicas\":["
                        + replicas.stream().map(String::valueOf).collect(Collectors.joining(",")) + "],\"sizeBytes\":"
                        + bytes + "}");
            }
            out.write("]}");
        }
    }

    private List<Integer> replicas(int factor, boolean shares) {
        List<Integer> replicas = new ArrayList<>();
        int first = random.nextInt(3);
        int step = 1 + random.nextInt(2);
        for (int i = 0; i < factor; i++) {
            int rack = shares && i == 1 ? first : (first + i * step) % 3;
            int broker;
            do {
                broker = byRack.get(rack).get(random.nextInt(byRack.get(rack).size()));
            } while ((replicas.contains(broker) && byRack.get(rack).size() > 1)
                    || random.nextDouble() * 1.6 > weight[broker]);
            if (!replicas.contains(broker)) {
                replicas.add(broker);
            }
        }
        return replicas;
    }
}
