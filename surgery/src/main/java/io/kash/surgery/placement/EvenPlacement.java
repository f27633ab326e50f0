package io.kash.surgery.placement;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Correct, minimal, and balanced by count: every replica that must go is given to the emptiest broker that keeps the
 * partition's racks apart, in the order of partitions.
 */
public final class EvenPlacement implements Placement {
    @Override
    public Answer place(Cluster cluster, Set<BrokerId> from, Set<BrokerId> to, Predicate<Partition> included) {
        Load load = new Load(cluster, from, included);
        SortedMap<TopicPartition, List<BrokerId>> targets = new TreeMap<>();
        SortedMap<TopicPartition, String> impossible = new TreeMap<>();
        TreeSet<BrokerId> candidates = new TreeSet<>(to);
        candidates.removeAll(from);
        cluster.partitions()
                .filter(included)
                .filter(partition -> partition.target().stream().anyMatch(from::contains))
                .forEach(partition -> {
                    Optional<List<BrokerId>> target = place(cluster, partition, from, candidates, load);
                    if (target.isPresent()) {
                        targets.put(partition.name(), target.get());
                    } else {
                        impossible.put(partition.name(), "no broker is left for one of its replicas");
                    }
                });
        return new Answer(targets, impossible);
    }

    private static Optional<List<BrokerId>> place(
            Cluster cluster, Partition partition, Set<BrokerId> from, Set<BrokerId> candidates, Load load) {
        List<BrokerId> target = new ArrayList<>(partition.target());
        for (int place = 0; place < target.size(); place++) {
            if (!from.contains(target.get(place))) {
                continue;
            }
            Optional<BrokerId> chosen = choose(cluster, target, place, candidates, load);
            if (chosen.isEmpty()) {
                return Optional.empty();
            }
            target.set(place, chosen.get());
            load.add(chosen.get(), place == 0);
        }
        return Optional.of(List.copyOf(target));
    }

    /** First a rack that no other replica is in, then the one it leaves, then any; within that the emptiest broker. */
    private static Optional<BrokerId> choose(
            Cluster cluster, List<BrokerId> target, int place, Set<BrokerId> candidates, Load load) {
        String leaving = Placement.rackOf(cluster, target.get(place));
        Map<String, Integer> others = new HashMap<>();
        for (int i = 0; i < target.size(); i++) {
            if (i != place) {
                others.merge(Placement.rackOf(cluster, target.get(i)), 1, Integer::sum);
            }
        }
        BrokerId best = null;
        long[] bestRank = {};
        for (BrokerId candidate : candidates) {
            if (target.contains(candidate)) {
                continue;
            }
            String rack = Placement.rackOf(cluster, candidate);
            long[] rank = {
                others.getOrDefault(rack, 0),
                rack.equals(leaving) ? 0 : 1,
                load.replicas(candidate),
                place == 0 ? load.leaders(candidate) : 0,
                candidate.value()
            };
            if (best == null || java.util.Arrays.compare(rank, bestRank) < 0) {
                best = candidate;
                bestRank = rank;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many replicas and preferred leaders every broker will have, as far as decided. */
    private static final class Load {
        private final Map<BrokerId, Integer> replicas = new HashMap<>();
        private final Map<BrokerId, Integer> leaders = new HashMap<>();

        Load(Cluster cluster, Set<BrokerId> from, Predicate<Partition> included) {
            cluster.partitions().forEach(partition -> {
                List<BrokerId> staying = partition.target();
                for (int place = 0; place < staying.size(); place++) {
                    if (!included.test(partition) || !from.contains(staying.get(place))) {
                        add(staying.get(place), place == 0);
                    }
                }
            });
        }

        void add(BrokerId broker, boolean leads) {
            replicas.merge(broker, 1, Integer::sum);
            if (leads) {
                leaders.merge(broker, 1, Integer::sum);
            }
        }

        int replicas(BrokerId broker) {
            return replicas.getOrDefault(broker, 0);
        }

        int leaders(BrokerId broker) {
            return leaders.getOrDefault(broker, 0);
        }
    }
}
