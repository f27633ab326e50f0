package io.kash.surgery.membership;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Planner;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Step;
import io.kash.surgery.plan.Target;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.ServerView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Plans one step a server, in the order asked for: the next begins when the last one votes and all are well. */
public final class JoinPlanner implements Planner<JoinRequest> {
    private final Json json;
    private final String environment;

    public JoinPlanner(Json json, String environment) {
        this.json = json;
        this.environment = environment;
    }

    @Override
    public Proposal plan(JoinRequest request, Snapshot before) {
        Membership membership = before.part(Membership.class);
        Optional<ServerView> leader = membership.leader();
        Optional<Configuration> configuration = membership.configuration();
        List<Finding> refusals = new ArrayList<>(Fitness.findings(
                membership, configuration.map(Configuration::voters).orElse(List.of())));
        if (leader.isEmpty() || configuration.isEmpty()) {
            request.joiners().stream()
                    .flatMap(joiner -> membership.server(joiner.client()).stream())
                    .filter(ServerView::leads)
                    .map(Joiners::ownEnsemble)
                    .forEach(refusals::add);
            return new Proposal.Refused(refusals);
        }
        Joiners joiners = new Joiners(membership, leader.get(), configuration.get());
        request.joiners().forEach(joiners::judge);
        refusals.addAll(joiners.refusals());
        if (!refusals.isEmpty()) {
            return new Proposal.Refused(refusals);
        }
        if (joiners.fit().isEmpty()) {
            return new Proposal.NothingToDo("they vote in the ensemble already");
        }
        return new Proposal.Proposed(Plan.of(
                new Target(environment, before.part(Cluster.class).id()),
                request,
                steps(joiners.fit(), configuration.get(), request),
                json.digest(List.of(configuration.get(), joiners.fit()))));
    }

    private List<Step> steps(List<Member> joining, Configuration configuration, JoinRequest request) {
        List<Step> steps = new ArrayList<>();
        // An observer of an earlier, unfinished join is where its step takes over.
        List<Member> members = configuration.members().stream()
                .filter(member -> joining.stream().noneMatch(joiner -> joiner.sameServer(member)))
                .toList();
        for (Member joiner : joining) {
            String mark = "join " + joiner.id() + " "
                    + json.digest(List.of(configuration, joiner)).hex().substring(0, 16);
            JoinServer step = new JoinServer(joiner, members, mark, request.settle());
            steps.add(step);
            members = step.after();
        }
        return steps;
    }

    @Override
    public Reversal undo(JoinRequest request, Snapshot before) {
        Membership membership = before.part(Membership.class);
        TreeSet<Integer> ids = request.joiners().stream()
                .flatMap(joiner -> membership.server(joiner.client()).stream())
                .flatMapToInt(view -> view.id().stream())
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        List<Member> members =
                membership.configuration().map(Configuration::members).orElse(List.of());
        return new Reversal.By(new RetireRequest(
                "undo " + request.words(),
                ids,
                1,
                request.settle(),
                String.join(",", Membership.clients(members)),
                Collections.emptySortedSet(),
                request.zones(),
                Collections.emptySortedMap()));
    }
}
