package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Frame;
import io.kash.surgery.membership.JoinRequest;
import io.kash.surgery.membership.JoinServer;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Step;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.ServerView;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

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

    /** Said once, below the last step: of whom it could not be seen that an empty disk leaves it without a vote. */
    @Override
    public List<Line> detail(JoinServer step, Plan plan, Snapshot before, Frame frame) {
        List<Step> steps = plan.steps();
        String unseen = before.find(Membership.class).stream()
                .flatMap(membership -> steps.stream()
                        .filter(JoinServer.class::isInstance)
                        .map(one -> ((JoinServer) one).server())
                        .filter(joiner -> membership
                                .server(joiner)
                                .filter(view -> view.settings().containsKey(ServerView.AUTOCREATE))
                                .isEmpty()))
                .map(joiner -> String.valueOf(joiner.id()))
                .collect(Collectors.joining(", "));
        if (unseen.isEmpty() || !steps.get(steps.size() - 1).equals(step)) {
            return List.of();
        }
        return List.of(
                Line.of(
                        "Not seen: zookeeper.db.autocreate of " + unseen
                                + ", which only an AdminServer on port 8080 says.",
                        Role.WARNING),
                Line.of("It has to be false: voters that lost their disks would elect each other, empty."));
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
