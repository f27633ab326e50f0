package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.view.Frame;
import io.kash.surgery.controllers.RemoveController;
import io.kash.surgery.kafka.ControllerView;
import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;

/** How a controller's removal is shown: a line a controller, with what the quorum bears without it. */
final class ControllerRemoveView implements StepView<RemoveController> {
    @Override
    public List<SummaryLine> summary(RemoveController step, Plan plan, Snapshot before) {
        Optional<ControllerView> view = before.part(MetadataQuorum.class).replica(step.voter());
        boolean leads = view.filter(ControllerView::leads).isPresent();
        return List.of(new SummaryLine(
                "-",
                "retire",
                ControllersView.controller(step.voter().id(), view.flatMap(ControllerView::endpoint)),
                (leads ? "the leader, which hands over: " : "")
                        + ControllersView.outlook(step.after(), plan, step.settle())));
    }

    @Override
    public List<Line> detail(RemoveController step, Plan plan, Snapshot before, Frame frame) {
        return List.of();
    }

    @Override
    public String doing() {
        return "retiring";
    }

    @Override
    public List<Line> evidence(RemoveController step, Operation operation, Snapshot after, Frame frame) {
        return ControllersView.evidence(step, operation, after);
    }
}
