package io.kash.commands.change;

import io.kash.surgery.leadership.ElectLeaders;
import io.kash.surgery.membership.JoinServer;
import io.kash.surgery.membership.RemoveServer;
import io.kash.surgery.membership.Sweep;
import io.kash.surgery.movement.CancelReassignments;
import io.kash.surgery.movement.MoveReplicas;
import io.kash.surgery.plan.Step;
import io.kash.surgery.rolling.RestartBroker;
import io.kash.surgery.throttle.RestoreThrottle;
import java.util.Map;

/** The view of every kind of step. */
final class StepViews {
    private static final Map<Class<? extends Step>, StepView<?>> VIEWS = Map.of(
            MoveReplicas.class, new MoveView(),
            ElectLeaders.class, new ElectView(),
            CancelReassignments.class, new CancelView(),
            RestoreThrottle.class, new RestoreView(),
            JoinServer.class, new JoinView(),
            RemoveServer.class, new RemoveView(),
            Sweep.class, new SweepView(),
            RestartBroker.class, new RollView());

    private StepViews() {}

    @SuppressWarnings("unchecked") // the map ties a class to a view of that class
    static StepView<Step> of(Step step) {
        StepView<?> view = VIEWS.get(step.getClass());
        if (view == null) {
            throw new IllegalStateException("no view of " + step.kind());
        }
        return (StepView<Step>) view;
    }
}
