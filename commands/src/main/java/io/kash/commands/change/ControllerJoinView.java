package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.view.Frame;
import io.kash.surgery.controllers.JoinController;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;

/** How a controller's join is shown: a line a controller, with what the quorum bears once it votes. */
final class ControllerJoinView implements StepView<JoinController> {
    @Override
    public List<SummaryLine> summary(JoinController step, Plan plan, Snapshot before) {
        return List.of(new SummaryLine(
                "+",
                "join",
                ControllersView.controller(step.voter().id(), Optional.of(step.endpoint())),
                "in sync, voter: " + ControllersView.outlook(step.after(), plan, step.settle())));
    }

    @Override
    public List<Line> detail(JoinController step, Plan plan, Snapshot before, Frame frame) {
        return List.of();
    }

    @Override
    public String doing() {
        return "joining";
    }

    @Override
    public List<Line> evidence(JoinController step, Operation operation, Snapshot after, Frame frame) {
        return ControllersView.evidence(step, operation, after);
    }
}
