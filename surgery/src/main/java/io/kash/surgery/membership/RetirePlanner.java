package io.kash.surgery.membership;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Cost;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

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
        List<Member> staying = members.stream()
                .filter(member -> !request.ids().contains(member.id()))
                .toList();
        List<Member> voters = staying.stream().filter(Member::votes).toList();
        List<Finding> refusals = new ArrayList<>(Fitness.findings(membership, voters));
        if (configuration.isEmpty()) {
            return new Proposal.Refused(refusals);
        }
        if (staying.size() == members.size()) {
            return new Proposal.NothingToDo("none of them belongs to the ensemble");
        }
        refusals.addAll(floor(request.floor(), voters));
        refusals.addAll(dependants(request.known(), staying, before.part(BrokerSettings.class)));
        if (!refusals.isEmpty()) {
            return new Proposal.Refused(refusals);
        }
        return new Proposal.Proposed(new Plan(
                new Target(environment, before.part(Cluster.class).id()),
                request,
                List.of(),
                steps(request, configuration.get(), membership),
                Cost.NOTHING,
                json.digest(configuration.get())));
    }

    /** Whether enough voters stay. */
    static List<Finding> floor(int floor, List<Member> voters) {
        return voters.size() >= floor
                ? List.of()
                : List.of(Finding.refusal(
                        Titles.count(voters.size(), "voter") + " would stay: "
                                + (voters.isEmpty() ? "none" : Ids.of(voters)),
                        "at least " + floor + " stay, so that one may fail and the rest still decides",
                        "join others first (zk join), or set --floor lower"));
    }

    /** Brokers, and the environments file, that name too few servers that stay. */
    static List<Finding> dependants(List<String> known, List<Member> staying, BrokerSettings settings) {
        List<String> survivors = Membership.clients(staying);
        List<Finding> findings = new ArrayList<>();
        if (known.stream().noneMatch(survivors::contains)) {
            findings.add(Finding.refusal(
                    "the environments file names no server that stays: " + Titles.names(known),
                    "whoever resumes this, from any shell, has to find the ensemble",
                    "write into zookeeper.connect: " + String.join(",", survivors)));
        }
        if (!settings.silent().isEmpty()) {
            findings.add(Finding.refusal(
                    Titles.labelled(settings.silent()) + " did not say which servers they depend on",
                    "no broker may be left without a server of its list",
                    "look again when they answer"));
        }
        SortedMap<String, List<BrokerId>> lists = settings.values(BrokerSettings.ZOOKEEPER);
        lists.forEach((connect, brokers) -> Dependence.of(connect, survivors)
                .map(why -> Finding.refusal(
                        Titles.labelled(brokers) + ": zookeeper.connect is " + connect + ", " + why,
                        "a broker knows the servers it started with, and no others",
                        "set zookeeper.connect to " + String.join(",", survivors)
                                + " on those brokers and restart them: broker roll"))
                .ifPresent(findings::add));
        return findings;
    }

    private List<Step> steps(RetireRequest request, Configuration configuration, Membership membership) {
        Optional<String> leader = membership.leader().map(ServerView::client);
        List<Member> leaving = configuration.members().stream()
                .filter(member -> request.ids().contains(member.id()))
                .sorted(Comparator.comparing(
                                (Member member) -> member.clientAddress().equals(leader))
                        .thenComparing(Member::id))
                .toList();
        List<Step> steps = new ArrayList<>();
        List<Member> members = configuration.members();
        for (Member one : leaving) {
            String mark = "retire " + one.id() + " "
                    + json.digest(List.of(configuration, one)).hex().substring(0, 16);
            RemoveServer step = new RemoveServer(one, members, mark, request.settle());
            steps.add(step);
            members = step.after();
        }
        return steps;
    }

    @Override
    public Reversal undo(RetireRequest request, Snapshot before) {
        return new Reversal.None("a server that was out for a while joins like a new one: zk join");
    }
}
