package io.kash.surgery.rolling;

import io.kash.surgery.check.RunningReassignments;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Planner;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Step;
import io.kash.surgery.plan.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Plans one step a broker, in order of their ids and the controller last: so it changes once, and not with every broker
 * that happens to have become it. In KRaft mode the brokers are in order of their ids alone; whose leader the quorum has is
 * no business of theirs.
 */
public final class RollPlanner implements Planner<RollRequest> {
    private final Json json;
    private final String environment;

    public RollPlanner(Json json, String environment) {
        this.json = json;
        this.environment = environment;
    }

    /** What a plan rests on: who is restarted in which order, and who has which replicas. */
    private record Basis(List<Restart> restarts, List<List<BrokerId>> replicas) {}

    @Override
    public Proposal plan(RollRequest request, Snapshot before) {
        Cluster cluster = before.part(Cluster.class);
        List<Restart> due = request.restarts().stream()
                .filter(restart -> !satisfied(restart, request, before))
                .sorted(order(before))
                .toList();
        if (request.restarts().isEmpty()) {
            return new Proposal.NothingToDo("no broker needs it");
        }
        if (due.isEmpty()) {
            return new Proposal.NothingToDo(
                    request.expected().isEmpty()
                            ? "each of them has been restarted"
                            : "each of them shows the settings that are expected");
        }
        List<Finding> refusals = refusals(request, due, before);
        if (!refusals.isEmpty()) {
            return new Proposal.Refused(refusals);
        }
        List<Step> steps = new ArrayList<>();
        due.forEach(restart ->
                steps.add(new RestartBroker(restart, request.expected(), request.accepted(), request.patience())));
        return new Proposal.Proposed(Plan.of(
                new Target(environment, cluster.id()),
                request,
                steps,
                json.digest(new Basis(
                        due, cluster.partitions().map(Partition::replicas).toList()))));
    }

    /** With expectations the configuration is what is wanted; without, another process. */
    private static boolean satisfied(Restart restart, RollRequest request, Snapshot before) {
        Renewal renewal = Renewal.of(restart, request.expected(), before);
        return request.expected().isEmpty()
                ? renewal.renewed()
                : renewal.answered() && renewal.differing().isEmpty();
    }

    private static Comparator<Restart> order(Snapshot before) {
        boolean ofZooKeeper = !before.part(BrokerSettings.class)
                .values(BrokerSettings.ZOOKEEPER)
                .isEmpty();
        Optional<BrokerId> last = ofZooKeeper ? before.part(Cluster.class).controller() : Optional.empty();
        return Comparator.comparing(
                        (Restart restart) -> Optional.of(restart.broker()).equals(last))
                .thenComparing(Restart::broker);
    }

    private static List<Finding> refusals(RollRequest request, List<Restart> due, Snapshot before) {
        List<Check> checks = List.of(
                new Restartable(due, !request.expected().isEmpty()),
                new RunningReassignments(),
                new WholeReplicas(),
                new Stoppable(due.stream().map(Restart::broker).toList(), request.accepted()));
        return checks.stream().flatMap(check -> check.look(before).stream()).toList();
    }

    @Override
    public Reversal undo(RollRequest request, Snapshot before) {
        return new Reversal.None("a process that has ended does not come back");
    }
}
