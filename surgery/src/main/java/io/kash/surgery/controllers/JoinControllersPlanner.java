package io.kash.surgery.controllers;

import io.kash.surgery.controllers.Joining.Fit;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.MetadataQuorum;
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
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Plans one step a controller, in the order asked for: the next begins when the last one votes and all are well. */
public final class JoinControllersPlanner implements Planner<JoinControllers> {
    private final Json json;
    private final String environment;

    public JoinControllersPlanner(Json json, String environment) {
        this.json = json;
        this.environment = environment;
    }

    @Override
    public Proposal plan(JoinControllers request, Snapshot before) {
        MetadataQuorum quorum = before.part(MetadataQuorum.class);
        Cluster cluster = before.part(Cluster.class);
        Joining joining = new Joining(quorum, cluster);
        request.joiners().forEach(joining::judge);
        if (joining.fit().isEmpty() && joining.refusals().isEmpty()) {
            // Whatever else is wrong: a voter that is slow at the last look of a join does not make it one that failed.
            return new Proposal.NothingToDo("they vote in the quorum already");
        }
        List<Finding> refusals = new ArrayList<>(QuorumFitness.findings(quorum, quorum.keys()));
        refusals.addAll(joining.refusals());
        if (!refusals.isEmpty()) {
            return new Proposal.Refused(refusals);
        }
        return new Proposal.Proposed(Plan.of(
                new Target(environment, cluster.id()),
                request,
                steps(joining.fit(), quorum, request),
                json.digest(List.of(quorum.keys(), joining.fit()))));
    }

    private static List<Step> steps(List<Fit> fit, MetadataQuorum quorum, JoinControllers request) {
        List<Step> steps = new ArrayList<>();
        List<VoterKey> voters = quorum.keys();
        for (Fit joiner : fit) {
            JoinController step =
                    new JoinController(joiner.key(), joiner.endpoint(), voters, quorum.clusterId(), request.settle());
            steps.add(step);
            voters = step.after();
        }
        return steps;
    }

    @Override
    public Reversal undo(JoinControllers request, Snapshot before) {
        TreeSet<Integer> ids = request.joiners().stream()
                .map(JoinControllers.Joiner::id)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Reversal.By(
                new RetireControllers("undo " + request.words(), ids, 1, request.settle(), request.zones()));
    }
}
