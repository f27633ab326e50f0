package io.kash.surgery.movement;

import io.kash.surgery.check.LiveTargets;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Planner;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plans the way to a given assignment. Partitions that no longer exist, or are of another topic now, are left out. */
public final class AssignPlanner implements Planner<AssignRequest> {
    private final MovePlans plans;

    public AssignPlanner(Json json, String environment) {
        this.plans = new MovePlans(json, environment);
    }

    @Override
    public Proposal plan(AssignRequest request, Snapshot before) {
        Cluster cluster = before.part(Cluster.class);
        SortedMap<TopicPartition, List<BrokerId>> changed = new TreeMap<>();
        Set<BrokerId> receivers = new HashSet<>();
        request.targets().forEach((name, target) -> request.meant(name, cluster)
                .filter(partition -> !partition.target().equals(target))
                .ifPresent(partition -> {
                    changed.put(name, target);
                    target.stream()
                            .filter(broker -> !partition.target().contains(broker))
                            .forEach(receivers::add);
                }));
        List<Finding> findings = new LiveTargets(receivers).look(before);
        MoveLimits limits = new MoveLimits(request.throttle(), request.window(), request.diskFreePercent());
        return plans.propose(request, limits, changed, findings, before);
    }

    @Override
    public Reversal undo(AssignRequest request, Snapshot before) {
        Cluster cluster = before.part(Cluster.class);
        SortedMap<TopicPartition, List<BrokerId>> back = new TreeMap<>();
        request.targets().keySet().forEach(name -> request.meant(name, cluster)
                .ifPresent(partition -> back.put(name, partition.replicas())));
        return new Reversal.By(new AssignRequest(
                        "undo " + request.words(),
                        back,
                        request.throttle(),
                        request.window(),
                        request.diskFreePercent())
                .of(cluster));
    }
}
