package io.kash.surgery.movement;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.movement.CancelReassignments.Cancellation;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Planner;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans safe cancellations only. */
public final class CancelPlanner implements Planner<CancelRequest> {
    private final Json json;
    private final String environment;

    public CancelPlanner(Json json, String environment) {
        this.json = json;
        this.environment = environment;
    }

    @Override
    public Proposal plan(CancelRequest request, Snapshot before) {
        Cluster cluster = before.part(Cluster.class);
        List<Finding> refusals = new ArrayList<>();
        List<Cancellation> cancellations = new ArrayList<>();
        for (TopicPartition name : request.partitions()) {
            Optional<Partition> partition = cluster.partition(name).filter(Partition::reassigning);
            if (partition.isEmpty()) {
                continue;
            }
            Topic topic = cluster.topic(name.topic()).orElseThrow();
            CancelSafety.objection(partition.get(), topic, cluster).ifPresent(refusals::add);
            cancellations.add(new Cancellation(
                    name,
                    topic.id(),
                    partition.get().original(),
                    partition.get().target()));
        }
        if (!refusals.isEmpty()) {
            return new Proposal.Refused(refusals);
        }
        if (cancellations.isEmpty()) {
            return new Proposal.NothingToDo(
                    request.partitions().isEmpty()
                            ? "no reassignment is running"
                            : "no reassignment of these partitions is running");
        }
        return new Proposal.Proposed(Plan.of(
                new Target(environment, cluster.id()),
                request,
                List.of(new CancelReassignments(cancellations)),
                json.digest(cancellations)));
    }

    @Override
    public Reversal undo(CancelRequest request, Snapshot before) {
        return new Reversal.None("what was cancelled is moved again with topics move");
    }
}
