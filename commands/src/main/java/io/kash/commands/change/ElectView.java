package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.view.Column;
import io.kash.commands.view.Frame;
import io.kash.commands.view.Table;
import io.kash.commands.view.TableLines;
import io.kash.commands.view.Units;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.leadership.ElectLeaders;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;

/** How an election is shown. Behind a move it is one line; on its own every partition is named. */
final class ElectView implements StepView<ElectLeaders> {
    private static final int FOLD_AT = 12;

    @Override
    public List<SummaryLine> summary(ElectLeaders step, Plan plan, Snapshot before) {
        return List.of(new SummaryLine(
                "*",
                "elect",
                Units.count(step.partitions().size(), "leader"),
                plan.steps().size() > 1 ? "preferred leaders at the end" : "preferred leaders"));
    }

    @Override
    public List<Line> detail(ElectLeaders step, Plan plan, Snapshot before, Frame frame) {
        if (plan.steps().size() > 1) {
            return List.of();
        }
        Cluster cluster = before.part(Cluster.class);
        return TableLines.lines(
                Table.of(
                        Column.text("partition", "PARTITION", name -> name),
                        Column.text("replicas", "REPLICAS", name -> replicas(name, cluster)),
                        Column.<TopicPartition>text(
                                "leader", "LEADER", name -> leader(name, cluster) + " → " + preferred(name, cluster))),
                step.partitions(),
                FOLD_AT,
                frame);
    }

    @Override
    public String doing() {
        return "electing";
    }

    @Override
    public List<Line> evidence(ElectLeaders step, Operation operation, Snapshot after, Frame frame) {
        Cluster cluster = after.part(Cluster.class);
        long led = step.partitions().stream()
                .filter(name -> leader(name, cluster).equals(preferred(name, cluster)))
                .count();
        return List.of(Line.of("  " + Units.count(led) + " of "
                + Units.count(step.partitions().size(), "partition") + " led by the preferred replica"));
    }

    private static String replicas(TopicPartition name, Cluster cluster) {
        return cluster.partition(name)
                .map(partition -> Replicas.shown(partition.replicas(), cluster))
                .orElse("");
    }

    private static String leader(TopicPartition name, Cluster cluster) {
        Optional<BrokerId> leader = cluster.partition(name).flatMap(Partition::leader);
        return leader.map(BrokerId::toString).orElse("none");
    }

    private static String preferred(TopicPartition name, Cluster cluster) {
        return cluster.partition(name)
                .map(partition -> partition.target().get(0).toString())
                .orElse("");
    }
}
