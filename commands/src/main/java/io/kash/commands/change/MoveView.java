package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Column;
import io.kash.commands.view.Frame;
import io.kash.commands.view.Table;
import io.kash.commands.view.TableLines;
import io.kash.commands.view.Units;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.movement.Move;
import io.kash.surgery.movement.MoveReplicas;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How a move is shown: every partition, and what it costs every broker.
 *
 * <pre>
 *     PARTITION   NOW       AFTER       LEADER   SIZE
 *   ~ payments-7  1a,2b,3c  11a,12b,13c 1 → 11   18.2 GiB
 * </pre>
 */
final class MoveView implements StepView<MoveReplicas> {
    private static final int FOLD_AT = 8;
    private static final int FULL_PERCENT = 75;

    @Override
    public List<SummaryLine> summary(MoveReplicas step, Plan plan, Snapshot before) {
        int replicas =
                step.moves().stream().mapToInt(move -> move.adding().size()).sum();
        TreeSet<BrokerId> givers = new TreeSet<>();
        step.moves().forEach(move -> givers.addAll(move.removing()));
        return List.of(new SummaryLine(
                "~",
                "move",
                Units.count(replicas, "replica") + " off " + Titles.labelled(givers),
                Units.bytes(plan.cost().bytesToMove()) + "   (must move: "
                        + Units.bytes(plan.cost().bytesThatMustMove()) + ")"));
    }

    @Override
    public List<Line> detail(MoveReplicas step, Plan plan, Snapshot before, Frame frame) {
        Cluster cluster = before.part(Cluster.class);
        List<Line> lines = new ArrayList<>(TableLines.lines(planned(cluster), largestFirst(step), FOLD_AT, frame));
        lines.add(Line.EMPTY);
        Snapshot after = plan.project(before);
        List<BrokerForecast> forecasts = BrokerForecast.of(step.moves(), before, after);
        lines.addAll(TableLines.lines(forecast(cluster), forecasts, Integer.MAX_VALUE, frame));
        lines.addAll(warnings(forecasts));
        lines.addAll(UnevenRacks.lines(step, plan.request(), after.part(Cluster.class)));
        return lines;
    }

    private static List<Move> largestFirst(MoveReplicas step) {
        return step.moves().stream()
                .sorted(Comparator.comparingLong(Move::bytes).reversed().thenComparing(Move::partition))
                .toList();
    }

    private static Table<Move> planned(Cluster cluster) {
        return Table.of(
                Column.<Move>text("change", " ", move -> "~").role(move -> Role.CHANGED),
                Column.text("partition", "PARTITION", Move::partition),
                Column.text("now", "NOW", move -> Replicas.shown(move.from(), cluster)),
                Column.text("after", "AFTER", move -> Replicas.shown(move.to(), cluster)),
                Column.text("leader", "LEADER", move -> leader(move, cluster)),
                Column.bytes("bytes", "SIZE", Move::bytes));
    }

    private static String leader(Move move, Cluster cluster) {
        String now = cluster.partition(move.partition())
                .flatMap(Partition::leader)
                .map(BrokerId::toString)
                .orElse("none");
        String after = move.to().get(0).toString();
        return now.equals(after) ? now : now + " → " + after;
    }

    private static Table<BrokerForecast> forecast(Cluster cluster) {
        return Table.of(
                Column.<BrokerForecast>text("broker", "BROKER", row -> Replicas.shown(row.broker(), cluster)),
                Column.<BrokerForecast>count("replicasNow", "REPLICAS now", BrokerForecast::replicasNow),
                Column.<BrokerForecast>count("replicasPeak", "peak", BrokerForecast::replicasPeak),
                Column.<BrokerForecast>count("replicasAfter", "after", BrokerForecast::replicasAfter),
                Column.<BrokerForecast>count("leadersNow", "LEADERS now", BrokerForecast::leadersNow),
                Column.<BrokerForecast>count("leadersAfter", "after", BrokerForecast::leadersAfter),
                Column.<BrokerForecast>percent("diskNow", "DISK now", BrokerForecast::diskNow),
                Column.<BrokerForecast>percent("diskPeak", "peak", BrokerForecast::diskPeak)
                        .role(row -> full(row) ? Role.WARNING : Role.PLAIN),
                Column.<BrokerForecast>percent("diskAfter", "after", BrokerForecast::diskAfter));
    }

    private static List<Line> warnings(List<BrokerForecast> forecasts) {
        List<BrokerId> full = forecasts.stream()
                .filter(MoveView::full)
                .map(BrokerForecast::broker)
                .toList();
        return full.isEmpty()
                ? List.of()
                : List.of(Line.of(
                        "disk above " + Units.percent(FULL_PERCENT) + " at its peak: " + Titles.labelled(full),
                        Role.WARNING));
    }

    private static boolean full(BrokerForecast row) {
        return row.diskPeak().orElse(0) > FULL_PERCENT;
    }

    @Override
    public String doing() {
        return "moving";
    }

    @Override
    public String stalled() {
        return "nothing has arrived since";
    }

    @Override
    public List<Line> evidence(MoveReplicas step, Operation operation, Snapshot after, Frame frame) {
        Cluster cluster = after.part(Cluster.class);
        List<Line> lines = new ArrayList<>(TableLines.lines(moved(cluster), step.moves(), FOLD_AT, frame));
        long arrived =
                step.moves().stream().filter(move -> arrived(move, cluster)).count();
        long gone = step.moves().stream()
                .filter(move -> cluster.partition(move.partition()).isEmpty())
                .count();
        lines.add(Line.EMPTY);
        lines.add(Line.of(
                "  " + Units.count(arrived) + " of " + Units.count(step.moves().size(), "partition")
                        + " on the new brokers with every replica in sync"
                        + (gone == 0 ? "" : ", " + Units.count(gone) + " deleted meanwhile")));
        return lines;
    }

    private static Table<Move> moved(Cluster cluster) {
        return Table.of(
                Column.text("partition", "PARTITION", Move::partition),
                Column.text("before", "BEFORE", move -> Replicas.shown(move.from(), cluster)),
                Column.text("after", "AFTER", move -> cluster.partition(move.partition())
                        .map(partition -> Replicas.shown(partition.replicas(), cluster))
                        .orElse("deleted")),
                Column.text("leader", "LEADER", move -> leaderNow(move, cluster)
                        .map(BrokerId::toString)
                        .orElse("none")),
                Column.<Move>text("inSync", "IN SYNC", move -> cluster.partition(move.partition())
                                .map(partition -> partition.isr().size() + "/"
                                        + partition.replicas().size())
                                .orElse(""))
                        .role(move -> arrived(move, cluster) ? Role.GOOD : Role.WARNING));
    }

    private static Optional<BrokerId> leaderNow(Move move, Cluster cluster) {
        return cluster.partition(move.partition()).flatMap(Partition::leader);
    }

    private static boolean arrived(Move move, Cluster cluster) {
        return cluster.partition(move.partition())
                .filter(partition -> !partition.reassigning()
                        && partition.replicas().equals(move.to())
                        && new HashSet<>(partition.isr()).equals(new HashSet<>(move.to())))
                .isPresent();
    }
}
