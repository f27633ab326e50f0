package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Units;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.movement.MoveReplicas;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.plan.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a plan leaves uneven in the racks it moves replicas to, and why.
 *
 * <pre>
 * uneven in rack a: 480 to 1,294 replicas a broker; nothing moves that need not, topics rebalance evens it out
 * </pre>
 */
final class UnevenRacks {
    private UnevenRacks() {}

    /** @param after what the plan leaves */
    static List<Line> lines(MoveReplicas step, Request asked, Cluster after) {
        if (!(asked instanceof MoveRequest request)) {
            return List.of();
        }
        TreeSet<String> receiving = new TreeSet<>();
        step.moves().forEach(move -> move.adding().forEach(broker -> receiving.add(rack(after, broker))));
        Map<BrokerId, Integer> replicas = new HashMap<>();
        after.partitions()
                .forEach(partition -> partition.target().forEach(broker -> replicas.merge(broker, 1, Integer::sum)));
        SortedMap<String, IntSummaryStatistics> racks = new TreeMap<>();
        request.to().stream()
                .filter(broker -> receiving.contains(rack(after, broker)))
                .forEach(broker -> racks.computeIfAbsent(rack(after, broker), rack -> new IntSummaryStatistics())
                        .accept(replicas.getOrDefault(broker, 0)));
        List<Line> lines = new ArrayList<>();
        racks.forEach((rack, counts) -> {
            if (counts.getMax() - counts.getMin() > 1) {
                lines.add(Line.of(
                        "uneven" + (rack.isEmpty() ? "" : " in rack " + rack) + ": " + Units.count(counts.getMin())
                                + " to " + Units.count(counts.getMax()) + " replicas a broker; " + why(request),
                        Role.WARNING));
            }
        });
        return lines;
    }

    private static String why(MoveRequest request) {
        return request.level()
                ? "other topics stay, or partitions may not share a rack or a broker"
                : "nothing moves that need not, topics rebalance evens it out";
    }

    private static String rack(Cluster cluster, BrokerId broker) {
        return cluster.rack(broker).orElse("");
    }
}
