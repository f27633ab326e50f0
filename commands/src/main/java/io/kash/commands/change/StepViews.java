package io.kash.commands.change;

import static java.util.Map.entry;

import io.kash.surgery.controllers.JoinController;
import io.kash.surgery.controllers.RemoveController;
import io.kash.surgery.leadership.ElectLeaders;
import io.kash.surgery.membership.JoinServer;
import io.kash.surgery.membership.LeaveName;
import io.kash.surgery.membership.RemoveServer;
import io.kash.surgery.membership.StopServer;
import io.kash.surgery.membership.Sweep;
import io.kash.surgery.movement.CancelReassignments;
import io.kash.surgery.movement.MoveReplicas;
import io.kash.surgery.plan.Step;
import io.kash.surgery.rolling.RestartBroker;
import io.kash.surgery.throttle.RestoreThrottle;
import java.util.Map;

/** The view of every kind of step. */
final class StepViews {
    private static final Map<Class<? extends Step>, StepView<?>> VIEWS = Map.ofEntries(
            entry(MoveReplicas.class, new MoveView()),
            entry(ElectLeaders.class, new ElectView()),
            entry(CancelReassignments.class, new CancelView()),
            entry(RestoreThrottle.class, new RestoreView()),
            entry(JoinServer.class, new JoinView()),
            entry(RemoveServer.class, new RemoveView()),
            entry(StopServer.class, new StopView()),
            entry(LeaveName.class, new LeaveNameView()),
            entry(Sweep.class, new SweepView()),
            entry(RestartBroker.class, new RollView()),
            entry(JoinController.class, new ControllerJoinView()),
            entry(RemoveController.class, new ControllerRemoveView()));

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
