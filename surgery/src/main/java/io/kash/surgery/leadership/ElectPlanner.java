package io.kash.surgery.leadership;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Planner;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Target;
import java.util.List;

/** Plans one step that elects every preferred leader that does not lead. */
public final class ElectPlanner implements Planner<ElectRequest> {
    private final Json json;
    private final String environment;

    public ElectPlanner(Json json, String environment) {
        this.json = json;
        this.environment = environment;
    }

    @Override
    public Proposal plan(ElectRequest request, Snapshot before) {
        Cluster cluster = before.part(Cluster.class);
        List<Partition> astray = cluster.partitions()
                .filter(partition -> request.includes(partition.name().topic()))
                .filter(partition -> !ElectLeaders.ledByPreferred(partition))
                .toList();
        if (astray.isEmpty()) {
            return new Proposal.NothingToDo("every partition is led by its preferred replica");
        }
        List<Finding> refusals = astray.stream()
                .filter(partition -> !partition.inSync(partition.target().get(0)))
                .map(ElectPlanner::notInSync)
                .toList();
        if (!refusals.isEmpty()) {
            return new Proposal.Refused(refusals);
        }
        List<TopicPartition> names = astray.stream().map(Partition::name).toList();
        return new Proposal.Proposed(Plan.of(
                new Target(environment, cluster.id()), request, List.of(new ElectLeaders(names)), json.digest(astray)));
    }

    private static Finding notInSync(Partition partition) {
        return Finding.refusal(
                partition.name() + ": its preferred leader, broker "
                        + partition.target().get(0) + ", is not in sync",
                "only a replica in sync may lead, or records are lost",
                "wait until it has caught up, or leave the topic out with --topics");
    }

    @Override
    public Reversal undo(ElectRequest request, Snapshot before) {
        return new Reversal.None("leaders that were not the preferred ones are nothing to go back to");
    }
}
