package io.kash.surgery.membership;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.naming.Names;
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
import io.kash.surgery.quorum.ConnectString;
import io.kash.surgery.quorum.Majority;
import io.kash.surgery.quorum.Reach;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.ServerView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

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
        refusals.addAll(Majority.of(voters.stream().map(Member::id).toList(), request.zones())
                .floor(request.floor(), "zk join"));
        refusals.addAll(dependants(request.known(), request.ids(), staying, before));
        if (!refusals.isEmpty()) {
            return new Proposal.Refused(refusals);
        }
        return new Proposal.Proposed(new Plan(
                new Target(environment, before.part(Cluster.class).id()),
                request,
                List.of(),
                steps(
                        request,
                        configuration.get(),
                        membership,
                        before.find(Names.class).orElse(Names.NONE)),
                Cost.NOTHING,
                json.digest(configuration.get())));
    }

    /** Brokers, and the environments file, that lead to too few servers that stay. */
    static List<Finding> dependants(String known, SortedSet<Integer> leaving, List<Member> staying, Snapshot before) {
        BrokerSettings settings = before.part(BrokerSettings.class);
        Reach reach = new Reach(before.find(Names.class).orElse(Names.NONE));
        List<String> survivors = Membership.clients(staying);
        List<Finding> findings = new ArrayList<>();
        if (!survivors.isEmpty() && reach.servers(known).stream().noneMatch(survivors::contains)) {
            findings.add(Finding.refusal(
                    "the environments file names no server that stays: " + known,
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
        lists.forEach((connect, brokers) -> reach.dependence(connect, survivors)
                .map(why -> Finding.refusal(
                        Titles.labelled(brokers) + ": zookeeper.connect is " + connect + ", " + why,
                        "a broker knows the servers it started with, and no others",
                        way(connect, survivors, leaving)))
                .ifPresent(findings::add));
        return findings;
    }

    private static String way(String connect, List<String> survivors, SortedSet<Integer> leaving) {
        SortedSet<String> names = Reach.named(List.of(connect));
        return names.isEmpty()
                ? "set it to "
                        + Repointing.list(survivors, ConnectString.of(connect).chroot())
                        + " in what configures them, and restart them: zk repoint" + Ids.words(leaving)
                : "register " + String.join(", ", survivors) + " behind " + String.join(", ", names)
                        + ", and see to it that their checks pass";
    }

    private List<Step> steps(RetireRequest request, Configuration configuration, Membership membership, Names names) {
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
            steps.addAll(leaves(one, request, configuration, names));
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
    private static List<Step> leaves(Member one, RetireRequest request, Configuration configuration, Names names) {
        Optional<String> address = Membership.hosts(List.of(one)).stream().findFirst();
        List<String> staying = Membership.hosts(configuration.members().stream()
                .filter(member -> !request.ids().contains(member.id()))
                .toList());
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
