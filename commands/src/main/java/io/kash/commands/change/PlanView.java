package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Frame;
import io.kash.commands.view.Units;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.plan.Cost;
import io.kash.surgery.plan.Hold;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Step;
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
 *   Plan 7f3a · window of 6 · about 8h 25m at 80 MB/s · can be undone at the same cost
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
        lines.add(footer(plan, wayBack));
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
                for (Hold hold : plan.holds()) {
                    summary.add(new SummaryLine("+", "throttle", hold.title(), "put back at the end as found"));
                }
                first = false;
            }
        }
        return summary;
    }

    private Line footer(Plan plan, Reversal wayBack) {
        Cost cost = plan.cost();
        StringBuilder terms = new StringBuilder();
        if (cost.window() > 0) {
            terms.append(" · window of ").append(cost.window());
        }
        if (cost.bytesPerSecond() > 0) {
            terms.append(" · at least ")
                    .append(Units.duration(Duration.ofSeconds(busiestBytes(plan) / cost.bytesPerSecond())))
                    .append(" at ")
                    .append(Units.rate(cost.bytesPerSecond()))
                    .append(" a broker");
        }
        terms.append(
                wayBack instanceof Reversal.None none
                        ? " · cannot be undone: " + none.why()
                        : " · can be undone with ops undo, at the same cost");
        return Line.of("  Plan ").plus(json.hash(plan).brief(), Role.STRONG).plus(terms.toString());
    }

    /** What the broker that receives most receives: no order of moves is faster than its link. */
    private static long busiestBytes(Plan plan) {
        return plan.steps().stream()
                .filter(io.kash.surgery.movement.MoveReplicas.class::isInstance)
                .map(io.kash.surgery.movement.MoveReplicas.class::cast)
                .mapToLong(io.kash.surgery.movement.MoveReplicas::busiestReceiverBytes)
                .max()
                .orElse(0);
    }

    private static Line indented(Line line) {
        Line indented = Line.of("  ");
        for (var span : line.spans()) {
            indented = indented.plus(span.text(), span.role());
        }
        return indented;
    }
}
