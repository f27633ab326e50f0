package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.view.Frame;
import io.kash.surgery.membership.RemoveServer;
import io.kash.surgery.membership.RetireRequest;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.ServerView;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** How a removal is shown: a line a server, with what the ensemble bears without it. */
final class RemoveView implements StepView<RemoveServer> {
    @Override
    public List<SummaryLine> summary(RemoveServer step, Plan plan, Snapshot before) {
        Optional<String> leader = before.part(Membership.class).leader().map(ServerView::client);
        boolean leads = step.server().clientAddress().equals(leader);
        return List.of(new SummaryLine(
                "-",
                "retire",
                MembersView.server(step.server()),
                (leads ? "the leader, which hands over: " : "")
                        + MembersView.outlook(step.after(), zones(plan), step.settle())));
    }

    static SortedMap<Integer, String> zones(Plan plan) {
        return plan.request() instanceof RetireRequest retire ? retire.zones() : Collections.emptySortedMap();
    }

    @Override
    public List<Line> detail(RemoveServer step, Plan plan, Snapshot before, Frame frame) {
        return List.of();
    }

    @Override
    public String doing() {
        return "retiring";
    }

    @Override
    public List<Line> evidence(RemoveServer step, Operation operation, Snapshot after, Frame frame) {
        return MembersView.evidence(step, operation, after, zones(operation.plan()));
    }
}
