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
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import io.kash.surgery.rolling.RestartBroker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How restarts are shown: all of them together, in their order, each with the program that is run.
 *
 * <pre>
 *   * restart   3 brokers   one at a time, the controller last
 *
 *   BROKER  LEADS  HOLDS  RUNS
 *        2      1      3  ssh 10.0.2.21 sudo systemctl restart kafka
 *
 *   Each is to show zookeeper.connect=10.0.1.12:2181
 * </pre>
 */
final class RollView implements StepView<RestartBroker> {
    @Override
    public List<SummaryLine> summary(RestartBroker step, Plan plan, Snapshot before) {
        List<RestartBroker> all = restarts(plan);
        if (!isFirst(step, all)) {
            return List.of();
        }
        Optional<BrokerId> last = before.part(Cluster.class)
                .controller()
                .filter(controller -> all.get(all.size() - 1).broker().equals(controller));
        return List.of(new SummaryLine(
                "*",
                "restart",
                Units.count(all.size(), "broker"),
                "one at a time" + (last.isPresent() && all.size() > 1 ? ", the controller last" : "")));
    }

    @Override
    public List<Line> detail(RestartBroker step, Plan plan, Snapshot before, Frame frame) {
        List<RestartBroker> all = restarts(plan);
        if (!isFirst(step, all)) {
            return List.of();
        }
        Cluster cluster = before.part(Cluster.class);
        List<Line> lines = new ArrayList<>(TableLines.lines(
                Table.of(
                        Column.number("broker", "BROKER", restart ->
                                (long) restart.broker().value()),
                        Column.number("leads", "LEADS", restart -> leads(restart, cluster)),
                        Column.number("holds", "HOLDS", restart -> holds(restart, cluster)),
                        Column.<RestartBroker>text(
                                "runs",
                                "RUNS",
                                restart -> String.join(" ", restart.restart().command()))),
                all,
                all.size(),
                frame));
        if (!step.expected().isEmpty()) {
            lines.add(Line.EMPTY);
            step.expected().forEach((key, value) -> lines.add(Line.of("Each is to show " + key + "=" + value)));
        }
        if (!step.accepted().isEmpty()) {
            lines.add(Line.EMPTY);
            lines.add(Line.of("May be without writes or a leader meanwhile: ", Role.WARNING)
                    .plus(String.join(", ", step.accepted())));
        }
        return lines;
    }

    @Override
    public String doing() {
        return "restarting";
    }

    @Override
    public List<Line> evidence(RestartBroker step, Operation operation, Snapshot after, Frame frame) {
        List<RestartBroker> all = restarts(operation.plan());
        if (!isFirst(step, all)) {
            return List.of();
        }
        long back = all.stream()
                .filter(restart -> restart.standing(after).equals(Standing.DONE))
                .count();
        return List.of(Line.of("  " + Units.count(back) + " of " + Units.count(all.size(), "broker")
                + " restarted, with every replica in sync"
                + (step.expected().isEmpty() ? "" : " and the settings expected")));
    }

    private static List<RestartBroker> restarts(Plan plan) {
        List<RestartBroker> restarts = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step instanceof RestartBroker restart) {
                restarts.add(restart);
            }
        }
        return restarts;
    }

    private static boolean isFirst(RestartBroker step, List<RestartBroker> all) {
        return all.get(0).equals(step);
    }

    private static long leads(RestartBroker restart, Cluster cluster) {
        return cluster.partitions()
                .filter(partition -> partition.leader().equals(Optional.of(restart.broker())))
                .count();
    }

    private static long holds(RestartBroker restart, Cluster cluster) {
        return cluster.partitions()
                .filter(partition -> partition.target().contains(restart.broker()))
                .count();
    }
}
