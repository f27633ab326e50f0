package io.kash.surgery.check;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Throttles that outlived their purpose: set while nothing is being reassigned, or by an operation that nobody carries
 * out. What they hold back is ordinary replication.
 */
public final class OrphanThrottles implements Check {
    private static final String LIMIT =
            "a throttle stands only while a move runs; left behind, it slows replicas that catch up";

    @Override
    public List<Finding> look(Snapshot snapshot) {
        Claims claims = snapshot.part(Claims.class);
        boolean moving = snapshot.part(Cluster.class).partitions().anyMatch(Partition::reassigning);
        SortedMap<String, List<String>> byOperation = new TreeMap<>();
        List<String> foreign = new ArrayList<>();
        for (Claims.SetThrottle throttle : claims.throttles()) {
            if (throttle.operation().isEmpty()) {
                foreign.add(throttle.name());
            } else if (!claims.runs(throttle.operation().get())) {
                byOperation
                        .computeIfAbsent(throttle.operation().get(), none -> new ArrayList<>())
                        .add(throttle.name());
            }
        }
        List<Finding> findings = new ArrayList<>();
        byOperation.forEach((id, names) -> findings.add(Finding.warning(
                Titles.count(names.size(), "throttle") + " left by operation " + id + ": " + names(names),
                LIMIT,
                "ops resume " + id + " goes on with it; throttles restore puts back what it found")));
        if (!foreign.isEmpty() && !moving) {
            findings.add(Finding.warning(
                    Titles.count(foreign.size(), "throttle") + " set by others while nothing is reassigned: "
                            + names(foreign),
                    LIMIT,
                    "kash leaves alone what it did not set: ask who did; throttles list shows the values"));
        }
        return findings;
    }

    private static String names(List<String> all) {
        return Titles.names(all.stream().distinct().toList());
    }
}
