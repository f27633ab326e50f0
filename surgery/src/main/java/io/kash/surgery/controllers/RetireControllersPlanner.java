package io.kash.surgery.controllers;

import io.kash.surgery.controllers.JoinControllers.Joiner;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ControllerEndpoint;
import io.kash.surgery.kafka.ControllerView;
import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.VoterKey;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Planner;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Step;
import io.kash.surgery.plan.Target;
import io.kash.surgery.quorum.ConnectString;
import io.kash.surgery.quorum.ConnectString.Endpoint;
import io.kash.surgery.quorum.Majority;
import io.kash.surgery.quorum.Reach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plans one step a controller, followers first and the leader last: its removal is the hand-over. */
public final class RetireControllersPlanner implements Planner<RetireControllers> {
    private final Json json;
    private final String environment;

    public RetireControllersPlanner(Json json, String environment) {
        this.json = json;
        this.environment = environment;
    }

    @Override
    public Proposal plan(RetireControllers request, Snapshot before) {
        MetadataQuorum quorum = before.part(MetadataQuorum.class);
        List<ControllerView> leaving = quorum.voters().stream()
                .filter(view -> request.ids().contains(view.id()))
                .sorted(Comparator.comparing(ControllerView::leads).thenComparing(ControllerView::key))
                .toList();
        List<ControllerView> staying = quorum.voters().stream()
                .filter(view -> !request.ids().contains(view.id()))
                .toList();
        List<VoterKey> keys = staying.stream().map(ControllerView::key).toList();
        if (leaving.isEmpty() && !staying.isEmpty()) {
            return new Proposal.NothingToDo("none of them votes in the quorum");
        }
        List<Finding> refusals = new ArrayList<>(QuorumFitness.findings(quorum, keys));
        refusals.addAll(Majority.of(keys.stream().map(VoterKey::id).toList(), request.zones())
                .floor(request.floor(), "kraft join"));
        leaving.forEach(view -> refusals.addAll(judge(view)));
        refusals.addAll(dependants(quorum, staying, before.part(BrokerSettings.class)));
        if (!refusals.isEmpty()) {
            return new Proposal.Refused(refusals);
        }
        return new Proposal.Proposed(Plan.of(
                new Target(environment, before.part(Cluster.class).id()),
                request,
                steps(leaving, quorum, request),
                json.digest(List.of(quorum.keys(), request.ids()))));
    }

    private static List<Finding> judge(ControllerView leaving) {
        List<Finding> findings = new ArrayList<>();
        if (leaving.word().joinsByItself()) {
            findings.add(QuorumFitness.joinsByItself(leaving.id(), "taken out, it would be back at once"));
        }
        int release = leaving.word().release().orElse(KnownFault.LEADERS_LEAVE_FROM);
        if (leaving.leads() && release < KnownFault.LEADERS_LEAVE_FROM) {
            findings.add(Finding.refusal(
                    "controller " + leaving.id() + " leads, and its release crashes when the leader is taken out ("
                            + KnownFault.LEADER_CRASHES.report() + ")",
                    "no leader is taken out under a release that does not survive it",
                    "upgrade the controllers to 3.9.0 or later first"));
        }
        return findings;
    }

    /** A server that starts again finds the quorum where its settings say, and nowhere else. */
    private static List<Finding> dependants(
            MetadataQuorum quorum, List<ControllerView> staying, BrokerSettings settings) {
        List<String> known = addresses(quorum.controllers());
        List<String> survivors = addresses(staying);
        List<Finding> findings = new ArrayList<>();
        if (!settings.silent().isEmpty()) {
            findings.add(Finding.refusal(
                    Titles.labelled(settings.silent()) + " did not say where they look for the quorum",
                    "no broker may be left without a controller of its list",
                    "look again when they answer"));
        }
        settings.values(RetireControllers.BOOTSTRAP).forEach((list, brokers) -> {
            List<Endpoint> named = ConnectString.of(list).servers();
            // A name that is no controller's own may stand for any of them, and is looked up when the broker starts.
            if (named.stream().allMatch(one -> known.contains(one.toString()) || !one.named())) {
                Reach.lacking(named.stream().map(Endpoint::toString).toList(), survivors)
                        .map(why -> dependant(list, brokers, survivors, why))
                        .ifPresent(findings::add);
            }
        });
        return findings;
    }

    private static List<String> addresses(List<ControllerView> controllers) {
        return controllers.stream()
                .flatMap(view -> view.endpoint().stream())
                .map(ControllerEndpoint::address)
                .toList();
    }

    private static Finding dependant(String list, List<BrokerId> brokers, List<String> survivors, String why) {
        return Finding.refusal(
                Titles.labelled(brokers) + ": " + RetireControllers.BOOTSTRAP + " is " + list + ", " + why,
                "a broker that starts again looks for the quorum there",
                "set " + RetireControllers.BOOTSTRAP + " to " + String.join(",", survivors)
                        + " on those brokers and restart them: broker roll");
    }

    private static List<Step> steps(List<ControllerView> leaving, MetadataQuorum quorum, RetireControllers request) {
        List<Step> steps = new ArrayList<>();
        List<VoterKey> voters = quorum.keys();
        for (ControllerView one : leaving) {
            RemoveController step = new RemoveController(one.key(), voters, quorum.clusterId(), request.settle());
            steps.add(step);
            voters = step.after();
        }
        return steps;
    }

    @Override
    public Reversal undo(RetireControllers request, Snapshot before) {
        return new Reversal.By(new JoinControllers(
                "undo " + request.words(),
                request.ids().stream()
                        .map(id -> new Joiner(id, Optional.empty()))
                        .toList(),
                request.settle(),
                request.zones()));
    }
}
