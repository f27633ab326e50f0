package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.view.Frame;
import io.kash.commands.view.Units;
import io.kash.surgery.membership.LeaveName;
import io.kash.surgery.naming.Name;
import io.kash.surgery.naming.Names;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/** How it is shown that clients are not sent to a server any more: the name, and how long it is waited after. */
final class LeaveNameView implements StepView<LeaveName> {
    @Override
    public List<SummaryLine> summary(LeaveName step, Plan plan, Snapshot before) {
        boolean managed = before.find(Names.class)
                .flatMap(names -> names.of(step.host()))
                .filter(Name::managed)
                .isPresent();
        return List.of(new SummaryLine(
                "-",
                "hide",
                "server " + step.id() + "  " + step.address(),
                "out of " + step.host()
                        + (managed ? ", by Consul's maintenance" : ", by you: it is no service of Consul")
                        + " · rests for " + Units.duration(step.rest())));
    }

    @Override
    public List<Line> detail(LeaveName step, Plan plan, Snapshot before, Frame frame) {
        return List.of();
    }

    @Override
    public String doing() {
        return "hiding";
    }

    @Override
    public List<Line> evidence(LeaveName step, Operation operation, Snapshot after, Frame frame) {
        return List.of();
    }
}
