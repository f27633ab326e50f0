package io.kash.surgery.throttle;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Planner;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import io.kash.surgery.plan.Target;
import java.util.List;

/** Plans a step for every throttle that was left. */
public final class RestorePlanner implements Planner<RestoreRequest> {
    private final Json json;
    private final String environment;

    public RestorePlanner(Json json, String environment) {
        this.json = json;
        this.environment = environment;
    }

    @Override
    public Proposal plan(RestoreRequest request, Snapshot before) {
        List<Step> steps = request.left().stream()
                .map(RestoreRequest.Left::step)
                .filter(step -> !step.standing(before).equals(Standing.DONE))
                .<Step>map(step -> step)
                .toList();
        if (steps.isEmpty()) {
            return new Proposal.NothingToDo("no operation of kash has left a throttle");
        }
        return new Proposal.Proposed(
                Plan.of(new Target(environment, before.part(Cluster.class).id()), request, steps, json.digest(steps)));
    }

    @Override
    public Reversal undo(RestoreRequest request, Snapshot before) {
        return new Reversal.None("a throttle that nobody uses is nothing to go back to");
    }
}
