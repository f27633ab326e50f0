package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.view.Frame;
import io.kash.commands.view.Units;
import io.kash.surgery.membership.StopServer;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.ServerView;
import java.util.List;
import java.util.OptionalInt;

/** How the end of a server's process is shown: with the program that ends it. */
final class StopView implements StepView<StopServer> {
    @Override
    public List<SummaryLine> summary(StopServer step, Plan plan, Snapshot before) {
        return List.of(new SummaryLine(
                "-",
                "stop",
                "server " + step.server().id() + "  its process",
                String.join(" ", step.command()) + connections(step, before)));
    }

    /** Clients that are no brokers are known by their number only: what lists they have nobody can see. */
    private static String connections(StopServer step, Snapshot before) {
        OptionalInt open = before.part(Membership.class)
                .server(step.server())
                .map(ServerView::connections)
                .orElse(OptionalInt.empty());
        return open.isPresent() ? " · " + Units.count(open.getAsInt(), "connection") + " move on" : "";
    }

    @Override
    public List<Line> detail(StopServer step, Plan plan, Snapshot before, Frame frame) {
        return List.of();
    }

    @Override
    public String doing() {
        return "stopping";
    }

    @Override
    public List<Line> evidence(StopServer step, Operation operation, Snapshot after, Frame frame) {
        return MembersView.evidence(step, operation, after, RemoveView.zones(operation.plan()));
    }
}
