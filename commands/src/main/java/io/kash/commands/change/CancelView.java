package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Column;
import io.kash.commands.view.Frame;
import io.kash.commands.view.Table;
import io.kash.commands.view.TableLines;
import io.kash.commands.view.Units;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.movement.CancelReassignments;
import io.kash.surgery.movement.CancelReassignments.Cancellation;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/** How a cancellation is shown: where every partition is on its way to, and where it goes back. */
final class CancelView implements StepView<CancelReassignments> {
    private static final int FOLD_AT = 12;

    /** What cancelling a whole operation will do, before anybody consents. */
    static List<Line> outlook(Operation operation) {
        return List.of(
                Line.of("  - ", Role.REMOVED)
                        .plus("cancel  ", Role.STRONG)
                        .plus(operation.id() + " " + operation.plan().request().words()),
                Line.of("      Reassignments in flight go back where enough original replicas are alive and in sync;"),
                Line.of("      the others finish. What has arrived stays. Throttles are put back as they were found."));
    }

    @Override
    public List<SummaryLine> summary(CancelReassignments step, Plan plan, Snapshot before) {
        return List.of(new SummaryLine(
                "-",
                "cancel",
                Units.count(step.cancellations().size(), "reassignment"),
                "back to the original replicas; what was copied is thrown away"));
    }

    @Override
    public List<Line> detail(CancelReassignments step, Plan plan, Snapshot before, Frame frame) {
        Cluster cluster = before.part(Cluster.class);
        return TableLines.lines(
                Table.of(
                        Column.text("partition", "PARTITION", Cancellation::partition),
                        Column.text("target", "ON ITS WAY TO", row -> Replicas.shown(row.target(), cluster)),
                        Column.text("original", "BACK TO", row -> Replicas.shown(row.original(), cluster))),
                step.cancellations(),
                FOLD_AT,
                frame);
    }

    @Override
    public String doing() {
        return "cancelling";
    }

    @Override
    public List<Line> evidence(CancelReassignments step, Operation operation, Snapshot after, Frame frame) {
        Cluster cluster = after.part(Cluster.class);
        return TableLines.lines(
                Table.of(
                        Column.text("partition", "PARTITION", Cancellation::partition),
                        Column.text("replicas", "REPLICAS NOW", row -> cluster.partition(row.partition())
                                .map(partition -> Replicas.shown(partition.replicas(), cluster))
                                .orElse("deleted"))),
                step.cancellations(),
                FOLD_AT,
                frame);
    }
}
