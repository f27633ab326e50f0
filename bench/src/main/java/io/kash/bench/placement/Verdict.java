package io.kash.bench.placement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kash.surgery.placement.Aim;
import io.kash.surgery.placement.Layout;
import io.kash.surgery.placement.offline.ClusterFile;
import io.kash.surgery.placement.offline.TaskFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a plan is worth, found out without the planner's help.
 *
 * @param violations partitions with another number of replicas, a broker twice, a broker that was to be left, or fewer
 *     racks than before although there are enough
 * @param overBound bytes moved over those that must move: those on brokers to be left, or else what is above the mean of
 *     a rack
 * @param replicas the most and the fewest replicas of a broker within one rack, how far apart
 * @param leaders the same of leaders
 * @param spread the same of bytes, as a part of their mean
 * @param leaderBytes the most bytes a broker leads, over the mean
 */
record Verdict(long violations, double overBound, int replicas, int leaders, double spread, double leaderBytes) {
    static Verdict of(Path cluster, Path task, Path plan) throws IOException {
        Layout layout = ClusterFile.read(cluster);
        return new Judge(layout, TaskFile.read(task, layout)).judge(new ObjectMapper().readTree(plan.toFile()));
    }

    private static final class Judge {
        private final Layout layout;
        private final Aim aim;
        private final double[] before;
        private final double[] bytes;
        private final double[] led;
        private final int[] replicas;
        private final int[] leaders;
        private double moved;
        private double mustMove;
        private long violations;

        Judge(Layout layout, Aim aim) {
            this.layout = layout;
            this.aim = aim;
            this.before = new double[layout.brokers()];
            this.bytes = new double[layout.brokers()];
            this.led = new double[layout.brokers()];
            this.replicas = new int[layout.brokers()];
            this.leaders = new int[layout.brokers()];
        }

        Verdict judge(JsonNode plan) {
            Map<String, JsonNode> planned = new HashMap<>();
            plan.get("partitions")
                    .forEach(one -> violations += planned.put(
                                            one.get("topic").asText() + "-"
                                                    + one.get("partition").asInt(),
                                            one.get("replicas"))
                                    == null
                            ? 0
                            : 1);
            for (int partition = 0; partition < layout.partitions(); partition++) {
                int[] old = new int[layout.end(partition) - layout.start(partition)];
                for (int place = 0; place < old.length; place++) {
                    old[place] = layout.broker(partition, place);
                }
                JsonNode listed =
                        planned.remove(layout.topic(layout.topicOf(partition)) + "-" + layout.numberOf(partition));
                judge(partition, old, listed == null ? old : numbers(listed));
            }
            violations += planned.size();
            return new Verdict(
                    violations,
                    moved / bound(),
                    apart(replicas),
                    apart(leaders),
                    spread(),
                    most(led) / (Arrays.stream(led).sum() / aim.receiving().cardinality()));
        }

        private int[] numbers(JsonNode listed) {
            int[] numbers = new int[listed.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = layout.broker(listed.get(i).asInt());
            }
            return numbers;
        }

        private void judge(int partition, int[] old, int[] now) {
            long size = layout.size(partition);
            Set<Integer> had = new HashSet<>();
            Set<Integer> hadRacks = new HashSet<>();
            for (int broker : old) {
                had.add(broker);
                hadRacks.add(layout.rackOf(broker));
                before[broker] += size;
                mustMove += aim.leaving().get(broker) ? size : 0;
            }
            Set<Integer> has = new HashSet<>();
            Set<Integer> hasRacks = new HashSet<>();
            boolean wrong = now.length != old.length;
            for (int broker : now) {
                wrong |= broker < 0 || !aim.receiving().get(broker) || !has.add(broker);
                if (broker >= 0) {
                    hasRacks.add(layout.rackOf(broker));
                    bytes[broker] += size;
                    replicas[broker]++;
                    moved += had.contains(broker) ? 0 : size;
                }
            }
            wrong |= hasRacks.size() < Math.min(hadRacks.size(), racks());
            violations += wrong ? 1 : 0;
            led[now[0]] += size;
            leaders[now[0]]++;
        }

        private long racks() {
            return aim.receiving().stream().map(layout::rackOf).distinct().count();
        }

        private int[] rack(int rack) {
            return aim.receiving().stream()
                    .filter(broker -> layout.rackOf(broker) == rack)
                    .toArray();
        }

        private double bound() {
            if (mustMove > 0) {
                return mustMove;
            }
            double above = 0;
            for (int rack = 0; rack < layout.racks(); rack++) {
                int[] brokers = rack(rack);
                double mean = Arrays.stream(brokers)
                        .mapToDouble(broker -> before[broker])
                        .average()
                        .orElse(0);
                above += Arrays.stream(brokers)
                        .mapToDouble(broker -> Math.max(0, before[broker] - mean))
                        .sum();
            }
            return above;
        }

        private int apart(int[] counts) {
            int most = 0;
            for (int rack = 0; rack < layout.racks(); rack++) {
                int[] sorted = Arrays.stream(rack(rack))
                        .map(broker -> counts[broker])
                        .sorted()
                        .toArray();
                most = sorted.length == 0 ? most : Math.max(most, sorted[sorted.length - 1] - sorted[0]);
            }
            return most;
        }

        private double spread() {
            double most = 0;
            for (int rack = 0; rack < layout.racks(); rack++) {
                double[] sorted = Arrays.stream(rack(rack))
                        .mapToDouble(broker -> bytes[broker])
                        .sorted()
                        .toArray();
                double mean = Arrays.stream(sorted).average().orElse(0);
                most = mean == 0 ? most : Math.max(most, (sorted[sorted.length - 1] - sorted[0]) / mean);
            }
            return most;
        }

        private static double most(double[] values) {
            return Arrays.stream(values).max().orElse(0);
        }
    }
}
