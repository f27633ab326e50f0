package io.kash.commands.plan;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.terminal.Screen;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Frame;
import io.kash.commands.view.Units;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.surgery.placement.Aim;
import io.kash.surgery.placement.Balance;
import io.kash.surgery.placement.BalancedPlacement;
import io.kash.surgery.placement.Layout;
import io.kash.surgery.placement.Placed;
import io.kash.surgery.placement.offline.ClusterFile;
import io.kash.surgery.placement.offline.PlanFile;
import io.kash.surgery.placement.offline.TaskFile;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code plan offline}: a plan from files, without a cluster.
 *
 * <pre>
 * 1,569 replicas move, 5.85 TiB; 2,122 of 20,000 partitions get another leader.
 *   RACK    BROKERS  REPLICAS  LEADERS  BYTES APART
 *   rack-a       20  533–1507  338–339       91.3 %
 * Written to plan.json, for kafka-reassign-partitions --execute --reassignment-json-file.
 * </pre>
 */
public final class PlanOffline extends Verb {
    private static final Argument<Path> CLUSTER =
            new Argument<>("cluster", PlanOutput.FILE, Arity.ONE, "the file with brokers, racks, partitions and sizes");
    private static final Argument<Path> TASK =
            new Argument<>("task", PlanOutput.FILE, Arity.ONE, "the file that says what is wanted");
    private static final Option<Path> OUT = Option.required("out", PlanOutput.FILE, "the file the plan is written to");

    public PlanOffline(Session session) {
        super(
                Signature.of("plan offline", "Movement", "Plan from files, without a cluster")
                        .details(
                                "The plan is in the format of kafka-reassign-partitions. A plan that is there already is"
                                        + " written over, any other file is not. docs/performance.md describes the files.")
                        .argument(CLUSTER)
                        .argument(TASK)
                        .option(OUT)
                        .example("plan offline cluster.json task.json --out plan.json"),
                session);
    }

    @Override
    protected Outcome run(Words words) {
        Path out = words.all(OUT).get(0);
        PlanOutput output = new PlanOutput(out);
        output.requireReplaceable();
        Layout layout = ClusterFile.read(words.all(CLUSTER).get(0));
        Aim aim = TaskFile.read(words.all(TASK).get(0), layout);
        Placed placed = new BalancedPlacement().place(layout, aim);
        Balance balance = Balance.of(placed, aim);
        if (balance.impossible() > 0) {
            session().screen().note(impossible(placed));
            return Outcome.REFUSED;
        }
        output.write(stream -> PlanFile.write(placed, stream));
        show(balance, layout, aim, out);
        return Outcome.DONE;
    }

    private void show(Balance balance, Layout layout, Aim aim, Path out) {
        Screen screen = session().screen();
        screen.note(Line.of(Units.count(balance.replicasMoved(), "replica")
                + (balance.replicasMoved() == 1 ? " moves, " : " move, ") + Units.bytes(balance.bytesMoved()) + "; "
                + Units.count(balance.leaderChanges()) + " of " + Units.count(layout.partitions(), "partition")
                + (balance.leaderChanges() == 1 ? " gets" : " get") + " another leader."));
        screen.note(RackTable.lines(balance.racks(), Frame.of(screen, false)));
        if (balance.racks().stream().anyMatch(rack -> !rack.even())) {
            screen.note(Line.of(RackTable.why(aim.reach() == Aim.Reach.LEVEL), Role.WARNING));
        }
        screen.note(
                Line.of("Written to " + out + ", for kafka-reassign-partitions --execute --reassignment-json-file."));
    }

    private static List<Line> impossible(Placed placed) {
        int first = placed.impossible().nextSetBit(0);
        Layout layout = placed.layout();
        return List.of(
                Line.of("Refused, nothing was written:"),
                Line.of("  x " + Units.count(placed.impossible().cardinality(), "partition")
                        + " cannot have all replicas on brokers of their own, the first is "
                        + layout.topic(layout.topicOf(first)) + "-" + layout.numberOf(first)),
                Line.of("    lift   name more brokers in targets"));
    }
}
