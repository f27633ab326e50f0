package io.kash.surgery.movement;

import io.kash.surgery.check.HiddenReplicas;
import io.kash.surgery.check.LiveTargets;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.placement.Placement;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Planner;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plans a move or a drain: a place for every replica that must go, then the plan that takes them there. */
public final class MovePlanner implements Planner<MoveRequest> {
    private final MovePlans plans;
    private final Placement placement;

    public MovePlanner(Json json, String environment, Placement placement) {
        this.plans = new MovePlans(json, environment);
        this.placement = placement;
    }

    @Override
    public Proposal plan(MoveRequest request, Snapshot before) {
        Placement.Answer answer = place(request, before);
        List<Finding> findings = new ArrayList<>(new LiveTargets(request.to()).look(before));
        findings.addAll(HiddenReplicas.on(request.from()).look(before));
        if (!answer.impossible().isEmpty()) {
            findings.add(noPlace(answer));
        }
        return plans.propose(request, limits(request), answer.targets(), findings, before);
    }

    private Placement.Answer place(MoveRequest request, Snapshot before) {
        return placement.place(
                before.part(Cluster.class),
                before.part(Disks.class),
                new Placement.Wish(request.from(), request.to(), request::includes, request.level()));
    }

    private static Finding noPlace(Placement.Answer answer) {
        return Finding.refusal(
                Titles.count(answer.impossible().size(), "partition")
                        + (answer.impossible().size() == 1
                                ? " has no place for all its replicas: "
                                : " have no place for all their replicas: ")
                        + Titles.names(answer.impossible().keySet()),
                "every replica of a partition is on a broker of its own, and the replication factor is kept",
                "name more brokers with --to");
    }

    @Override
    public Reversal undo(MoveRequest request, Snapshot before) {
        Cluster cluster = before.part(Cluster.class);
        SortedMap<TopicPartition, List<BrokerId>> back = new TreeMap<>();
        Set<TopicPartition> levelled =
                request.level() ? place(request, before).targets().keySet() : Set.of();
        cluster.partitions()
                .filter(partition -> request.includes(partition.name().topic()))
                .filter(partition -> levelled.contains(partition.name())
                        || partition.replicas().stream().anyMatch(request.from()::contains))
                .forEach(partition -> back.put(partition.name(), partition.replicas()));
        return new Reversal.By(new AssignRequest(
                        "undo " + request.words(),
                        back,
                        request.throttle(),
                        request.window(),
                        request.diskFreePercent())
                .of(cluster));
    }

    private static MoveLimits limits(MoveRequest request) {
        return new MoveLimits(request.throttle(), request.window(), request.diskFreePercent());
    }
}
