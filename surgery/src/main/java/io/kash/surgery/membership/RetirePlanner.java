package io.kash.surgery.membership;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.naming.Names;
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
import java.util.List;
import java.util.Optional;

/** Plans one step a server, followers first and the leader last: its removal is the hand-over. */
public final class RetirePlanner implements Planner<RetireRequest> {
    private final Json json;
    private final String environment;

    public RetirePlanner(Json json, String environment) {
        this.json = json;
        this.environment = environment;
    }

    @Override
    public Proposal plan(RetireRequest request, Snapshot before) {
        Membership membership = before.part(Membership.class);
        Optional<Configuration> configuration = membership.configuration();
        List<Member> members = configuration.map(Configuration::members).orElse(List.of());
        Departure departure = new Departure(members, request.ids());
        List<Finding> refusals = new ArrayList<>(Fitness.findings(membership, departure.voters()));
        if (configuration.isEmpty()) {
            return new Proposal.Refused(refusals);
        }
        if (departure.staying().size() == members.size()) {
            return new Proposal.NothingToDo("none of them belongs to the ensemble");
        }
        refusals.addAll(departure.findings(request.floor(), request.zones(), request.known(), before));
        if (!refusals.isEmpty()) {
            return new Proposal.Refused(refusals);
        }
        return new Proposal.Proposed(Plan.of(
                new Target(environment, before.part(Cluster.class).id()),
                request,
                steps(
                        request,
                        configuration.get(),
                        departure,
                        membership.leader().map(ServerView::client),
                        before.find(Names.class).orElse(Names.NONE)),
                json.digest(configuration.get())));
    }

    private List<Step> steps(
            RetireRequest request,
            Configuration configuration,
            Departure departure,
            Optional<String> leader,
            Names names) {
        List<Step> steps = new ArrayList<>();
        List<Member> members = configuration.members();
        for (Member one : departure.leaving(leader)) {
            String mark = "retire " + one.id() + " "
                    + json.digest(List.of(configuration, one)).hex().substring(0, 16);
            RemoveServer step = new RemoveServer(one, members, mark, request.settle());
            steps.addAll(leaves(one, request, departure, names));
            steps.add(step);
            members = step.after();
            List<String> stop = request.stops().getOrDefault(one.id(), List.of());
            if (!stop.isEmpty()) {
                steps.add(new StopServer(one, members, request.names(), stop));
            }
        }
        return steps;
    }

    /** Out of each name it is behind, before it leaves the ensemble. */
    private static List<Step> leaves(Member one, RetireRequest request, Departure departure, Names names) {
        Optional<String> address = Membership.hosts(List.of(one)).stream().findFirst();
        List<String> staying = Membership.hosts(departure.staying());
        return names.byHost().values().stream()
                .filter(name -> address.filter(name.addresses()::contains).isPresent())
                .<Step>map(
                        name -> new LeaveName(one.id(), address.orElseThrow(), name.host(), staying, request.settle()))
                .toList();
    }

    @Override
    public Reversal undo(RetireRequest request, Snapshot before) {
        return new Reversal.None("a server that was out for a while joins like a new one: zk join");
    }
}
