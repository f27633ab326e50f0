package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Frame;
import io.kash.commands.view.Units;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.movement.MoveReplicas;
import io.kash.surgery.plan.Cost;
import io.kash.surgery.plan.Hold;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Step;
import io.kash.surgery.throttle.ReplicationThrottle;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The preview of a plan, read from the very object that runs:
 *
 * <pre>
 *   Environment  lab (confirm)   cluster Q3x…kA   controller 3
 *   Observed     14:02:07Z · 0 under-replicated · 0 throttles · 0 other reassignments
 *
 *   ~ move      214 replicas off broker 12            2.31 TiB   (must move: 2.31 TiB)
 *   …
 *   Plan 7f3a · window of 6 · at least 8h 25m at 80 MB/s a broker · can be undone with ops undo, at the same cost
 * </pre>
 */
final class PlanView {
    private final Json json;
    private final Environment environment;
    private final Frame frame;

    PlanView(Json json, Environment environment, Frame frame) {
        this.json = json;
        this.environment = environment;
        this.frame = frame;
    }

    List<Line> lines(Plan plan, Snapshot before, Reversal wayBack) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.EMPTY);
        lines.addAll(header(before));
        lines.add(Line.EMPTY);
        lines.addAll(SummaryLine.lines(summary(plan, before)));
        for (Step step : plan.steps()) {
            List<Line> detail = StepViews.of(step).detail(step, plan, before, frame.within(2));
            if (!detail.isEmpty()) {
                lines.add(Line.EMPTY);
                detail.forEach(line -> lines.add(indented(line)));
            }
        }
        lines.add(Line.EMPTY);
        lines.addAll(footer(plan, wayBack));
        return lines;
    }

    private List<Line> header(Snapshot before) {
        Cluster cluster = before.part(Cluster.class);
        long under = cluster.partitions()
                .filter(partition -> partition.isr().size() < partition.target().size())
                .count();
        long reassigning = cluster.partitions().filter(Partition::reassigning).count();
        String observed = before.observedAt().truncatedTo(ChronoUnit.SECONDS).toString();
        Line environmentLine = Line.of("  Environment  ", Role.FAINT)
                .plus(environment.name(), Role.STRONG)
                .plus(" (" + environment.protection().word() + ")   cluster " + cluster.id() + "   controller "
                        + cluster.controller().map(Object::toString).orElse("none"));
        String throttles = before.find(Throttles.class)
                .map(found -> " · "
                        + Units.count(found.brokers().size() + found.topics().size(), "throttle"))
                .orElse("");
        Line observedLine = Line.of("  Observed     ", Role.FAINT)
                .plus(observed.substring(observed.indexOf('T') + 1) + " · " + Units.count(under) + " under-replicated"
                        + throttles + " · " + Units.count(reassigning, "reassignment"));
        return List.of(environmentLine, observedLine);
    }

    private static List<SummaryLine> summary(Plan plan, Snapshot before) {
        List<SummaryLine> summary = new ArrayList<>();
        boolean first = true;
        for (Step step : plan.steps()) {
            summary.addAll(StepViews.of(step).summary(step, plan, before));
            if (first) {
                plan.holds().forEach(hold -> summary.add(held(hold)));
                first = false;
            }
        }
        return summary;
    }

    private static SummaryLine held(Hold hold) {
        String end = "put back at the end";
        return hold instanceof ReplicationThrottle throttle
                ? new SummaryLine(
                        "+",
                        "throttle",
                        Units.count(throttle.brokers().size(), "broker") + ", "
                                + Units.count(throttle.sending().size(), "topic"),
                        Units.rate(throttle.rate().bytesPerSecond()) + ", " + end)
                : new SummaryLine("+", "hold", hold.title(), end);
    }

    private List<Line> footer(Plan plan, Reversal wayBack) {
        Cost cost = plan.cost();
        String terms = "";
        if (cost.window() > 0) {
            terms += " · window of " + cost.window();
        }
        if (cost.bytesPerSecond() > 0) {
            terms += " · at least "
                    + Units.duration(Duration.ofSeconds(busiestBytes(plan) / cost.bytesPerSecond())) + " at "
                    + Units.rate(cost.bytesPerSecond()) + " a broker";
        }
        String undo = wayBack instanceof Reversal.None none
                ? "cannot be undone: " + none.why()
                : "can be undone with ops undo, at the same cost";
        Line plain =
                Line.of("  Plan ").plus(json.hash(plan).brief(), Role.STRONG).plus(terms);
        Line whole = plain.plus(" · " + undo);
        return whole.text().length() <= frame.width()
                ? List.of(whole)
                : List.of(plain, Line.of(" ".repeat("  Plan ".length()) + undo));
    }

    /** What the broker that receives most receives: no order of moves is faster than its link. */
    private static long busiestBytes(Plan plan) {
        return plan.steps().stream()
                .filter(MoveReplicas.class::isInstance)
                .map(MoveReplicas.class::cast)
                .mapToLong(MoveReplicas::busiestReceiverBytes)
                .max()
                .orElse(0);
    }

    private static Line indented(Line line) {
        if (line.equals(Line.EMPTY)) {
            return line;
        }
        Line indented = Line.of("  ");
        for (var span : line.spans()) {
            indented = indented.plus(span.text(), span.role());
        }
        return indented;
    }
}
