package io.kash.surgery.simulation;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.ElectPreferred;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Effect;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one shell's effects come to: they happen, or not, or later, or twice, and the answer comes or it does not. Between
 * the look at the fence and the request nothing happens here: a process that is stopped in just that gap is not simulated.
 */
final class ShellHands implements Hands {
    private static final int LATEST_MILLIS = 3_000;
    /** A client that sends again does so because its connection broke; what it had sent arrives soon or never. */
    private static final int TWIN_MILLIS = 500;

    private final Shell shell;
    private final Simulation simulation;

    ShellHands(Shell shell) {
        this.shell = shell;
        this.simulation = shell.simulation;
    }

    @Override
    public Reply apply(Effect effect, Fence fence) {
        shell.call("effect", 10);
        fence.check();
        Sent sent = new Sent(shell, effect, fence.number(), simulation.now(), shell.lookedAtMillis);
        shell.say("sends " + effect.title() + Sent.detail(effect));
        simulation.watch().sent(sent);
        Faults faults = simulation.faults();
        if (simulation.now() < simulation.world().controllerBackAtMillis || simulation.chance(faults.requestLost())) {
            return unknown("lost");
        }
        if (simulation.chance(faults.late())) {
            int wait = simulation.between(50, LATEST_MILLIS);
            simulation.after(wait + simulation.between(1, LATEST_MILLIS), () -> {
                simulation.say("cluster", "late: " + effect.title());
                var unused = carryOut(sent, false);
            });
            simulation.sleep(wait);
            return new Reply.Unknown("no answer in time");
        }
        Reply reply = carryOut(sent, simulation.chance(faults.partly()));
        shell.point("after effect");
        if (simulation.chance(faults.twice())) {
            simulation.after(simulation.between(1, TWIN_MILLIS), () -> {
                simulation.say("cluster", "twice: " + effect.title());
                var unused = carryOut(sent, false);
            });
        }
        return simulation.chance(faults.replyLost()) ? unknown("its reply was lost") : reply;
    }

    private Reply unknown(String why) {
        simulation.sleep(simulation.between(500, 6_000));
        shell.point("after effect");
        return new Reply.Unknown(why);
    }

    private Reply carryOut(Sent sent, boolean partly) {
        Map<String, String> refused = new TreeMap<>();
        boolean unanswered = false;
        if (sent.effect() instanceof AlterReassignments reassign) {
            boolean spare = partly && reassign.targets().size() > 1;
            reassign.targets().forEach((name, target) -> {
                if (spare && name.equals(reassign.targets().lastKey())) {
                    refused.put(name.toString(), "Throttling quota exceeded");
                } else {
                    Controller controller = simulation.controller();
                    target.map(replicas -> controller.reassign(name, replicas, true, simulation.now()))
                            .orElseGet(() -> controller.cancel(name))
                            .ifPresent(why -> refused.put(name.toString(), why));
                }
            });
        } else if (sent.effect() instanceof ElectPreferred elect) {
            for (TopicPartition name : elect.partitions()) {
                simulation.controller().elect(name).ifPresent(why -> refused.put(name.toString(), why));
            }
        } else if (sent.effect() instanceof AlterConfigs configs) {
            for (AlterConfigs.Change change : configs.changes()) {
                simulation.books().ours(change, sent);
                Settings.Outcome outcome = simulation.settings().change(change, simulation.now());
                if (outcome == Settings.Outcome.REFUSED) {
                    refused.put(change.name(), "unknown topic");
                }
                unanswered |= outcome == Settings.Outcome.NO_ANSWER;
            }
        }
        simulation.watch().look();
        if (!refused.isEmpty()) {
            return new Reply.Rejected(refused);
        }
        return unanswered ? new Reply.Unknown("a broker does not answer") : new Reply.Accepted();
    }
}
