package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.view.Frame;
import io.kash.surgery.membership.JoinRequest;
import io.kash.surgery.membership.JoinServer;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** How a join is shown: a line a server, with what the ensemble bears once it votes. */
final class JoinView implements StepView<JoinServer> {
    @Override
    public List<SummaryLine> summary(JoinServer step, Plan plan, Snapshot before) {
        return List.of(new SummaryLine(
                "+",
                "join",
                MembersView.server(step.server()),
                "observer, in sync, voter: " + MembersView.outlook(step.after(), zones(plan), step.settle())));
    }

    private static SortedMap<Integer, String> zones(Plan plan) {
        return plan.request() instanceof JoinRequest join ? join.zones() : Collections.emptySortedMap();
    }

    @Override
    public List<Line> detail(JoinServer step, Plan plan, Snapshot before, Frame frame) {
        return List.of();
    }

    @Override
    public String doing() {
        return "joining";
    }

    @Override
    public List<Line> evidence(JoinServer step, Operation operation, Snapshot after, Frame frame) {
        return MembersView.evidence(step, operation, after, zones(operation.plan()));
    }
}
