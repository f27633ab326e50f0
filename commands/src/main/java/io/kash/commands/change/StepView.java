package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.view.Frame;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Step;
import java.util.List;

/** How one kind of step is shown. A new kind brings its own and is listed in {@link StepViews}. */
interface StepView<S extends Step> {
    /** What the step will do, in a line or two. */
    List<SummaryLine> summary(S step, Plan plan, Snapshot before);

    /** What it will do to each thing, and what it will cost; may be empty. */
    List<Line> detail(S step, Plan plan, Snapshot before, Frame frame);

    /** What is being done while it is under way, in a word or two: {@code moving}. */
    String doing();

    /** How it is said that nothing has moved for a while, where nobody can be named who holds it up. */
    default String stalled() {
        return "nothing has changed since";
    }

    /** What it did to each thing, as seen at the end; may be empty. */
    List<Line> evidence(S step, Operation operation, Snapshot after, Frame frame);
}
