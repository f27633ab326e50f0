package io.kash.surgery.plan;

import java.util.List;

/**
 * Steps and holds computed from one snapshot for one request. Immutable. The preview, the dry run and the operation
 * read the same object.
 *
 * @param target the cluster it was made for
 * @param request what it answers
 * @param holds acquired in this order before the first step, restored in the opposite order after the last
 * @param steps carried out in this order
 * @param cost what it costs while it runs
 * @param basis the fingerprint of what it depends on
 */
public record Plan(Target target, Request request, List<Hold> holds, List<Step> steps, Cost cost, Digest basis) {
    public Plan {
        holds = List.copyOf(holds);
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a plan without steps is nothing to do");
        }
    }

    /** One that holds nothing while it runs, and costs nothing. */
    public static Plan of(Target target, Request request, List<? extends Step> steps, Digest basis) {
        return new Plan(target, request, List.of(), List.copyOf(steps), Cost.NOTHING, basis);
    }

    /** Everything that must be observed to run it. */
    public Scope scope() {
        Scope all = request.scope();
        for (Step step : steps) {
            all = all.and(step.scope());
        }
        for (Hold hold : holds) {
            all = all.and(hold.scope());
        }
        return all;
    }

    /** The world after all of it. */
    public Snapshot project(Snapshot before) {
        Snapshot world = before;
        for (Step step : steps) {
            world = step.project(world);
        }
        return world;
    }
}
