package io.kash.surgery.movement;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Planner;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Plans to see running reassignments through, as if we had started them: throttled, watched, verified, and with their
 * leaders elected. Nothing is submitted anew, so no check of a new move stands in the way.
 */
public final class AdoptPlanner implements Planner<AdoptRequest> {
    private final MovePlans plans;

    public AdoptPlanner(Json json, String environment) {
        this.plans = new MovePlans(json, environment);
    }

    @Override
    public Proposal plan(AdoptRequest request, Snapshot before) {
        List<Move> moves = new ArrayList<>();
        running(request, before)
                .forEach((partition, topic) -> moves.add(new Move(
                        partition.name(),
                        topic.id(),
                        partition.original(),
                        partition.target(),
                        before.part(Disks.class).bytes(partition.name()))));
        if (moves.isEmpty()) {
            return new Proposal.NothingToDo("none of these reassignments runs any more");
        }
        // All of them are in flight already, so the window holds all.
        MoveLimits limits = new MoveLimits(request.throttle(), moves.size(), request.diskFreePercent());
        return new Proposal.Proposed(plans.plan(request, limits, moves, before));
    }

    private static SortedMap<Partition, Topic> running(AdoptRequest request, Snapshot before) {
        Cluster cluster = before.part(Cluster.class);
        SortedMap<Partition, Topic> running = new TreeMap<>(Comparator.comparing(Partition::name));
        request.targets().forEach((name, target) -> cluster.partition(name)
                .filter(partition ->
                        partition.reassigning() && partition.target().equals(target))
                .ifPresent(partition ->
                        running.put(partition, cluster.topic(name.topic()).orElseThrow())));
        return running;
    }

    /** Back to the replicas they came from. */
    @Override
    public Reversal undo(AdoptRequest request, Snapshot before) {
        SortedMap<TopicPartition, List<BrokerId>> back = new TreeMap<>();
        running(request, before).forEach((partition, topic) -> back.put(partition.name(), partition.original()));
        return new Reversal.By(new AssignRequest(
                        "undo " + request.words(),
                        back,
                        request.throttle(),
                        Math.max(1, back.size()),
                        request.diskFreePercent())
                .of(before.part(Cluster.class)));
    }
}
