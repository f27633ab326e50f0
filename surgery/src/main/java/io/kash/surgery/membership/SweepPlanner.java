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
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.ServerProcess;
import io.kash.surgery.zookeeper.ServerProcesses;
import io.kash.surgery.zookeeper.ServerView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Plans one sweep a server: joiners in the order asked for; of those that leave the leader last. */
public final class SweepPlanner implements Planner<SweepRequest> {
    private final Json json;
    private final String environment;

    public SweepPlanner(Json json, String environment) {
        this.json = json;
        this.environment = environment;
    }

    @Override
    public Proposal plan(SweepRequest request, Snapshot before) {
        Membership membership = before.part(Membership.class);
        Optional<ServerView> leader = membership.leader();
        List<Finding> refusals = new ArrayList<>(Sweepable.ensemble(membership));
        refusals.addAll(Sweepable.hooks(request));
        if (leader.isEmpty() || !request.hooks().told()) {
            return new Proposal.Refused(refusals);
        }
        Files files = new Files(request, membership, before.part(ServerProcesses.class));
        List<Member> members = files.members(leader.get());
        Departure departure = new Departure(members, request.leaving());
        List<Member> touched = request.joiners().isEmpty()
                ? departure.leaving(leader.map(ServerView::client))
                : files.joining(members);
        Optional<SweepMark> unfinished =
                membership.mark().flatMap(SweepMark::of).filter(SweepMark::unfinished);
        refusals.addAll(files.findings(members, leader.get(), touched, unfinished));
        if (refusals.isEmpty() && touched.isEmpty()) {
            return new Proposal.NothingToDo(
                    request.joiners().isEmpty()
                            ? "none of them belongs to the ensemble"
                            : "they vote in the ensemble already");
        }
        if (request.joiners().isEmpty()) {
            // One of two finds nobody to follow when it is restarted: three stay, whatever is asked for.
            int floor = Math.max(request.floor(), Sweepable.FEWEST);
            refusals.addAll(departure.findings(floor, request.zones(), request.known(), before));
        }
        if (!refusals.isEmpty()) {
            return new Proposal.Refused(refusals);
        }
        return new Proposal.Proposed(Plan.of(
                new Target(environment, before.part(Cluster.class).id()),
                request,
                steps(request, members, touched, files),
                json.digest(List.of(members, touched))));
    }

    private List<Step> steps(SweepRequest request, List<Member> members, List<Member> touched, Files files) {
        boolean joins = !request.joiners().isEmpty();
        Sweep.Way way = joins ? Sweep.Way.JOIN : Sweep.Way.RETIRE;
        List<Step> steps = new ArrayList<>();
        List<Member> list = members;
        for (Member one : touched) {
            List<Member> all = joins ? Listed.with(list, one) : list;
            SortedMap<Integer, String> lines = new TreeMap<>();
            SortedMap<Integer, List<String>> commands = new TreeMap<>();
            for (Member member : all) {
                String client = member.clientAddress().orElseThrow();
                lines.put(member.id(), files.line(member));
                commands.put(member.id(), request.hooks().restart(member.id(), client));
            }
            Sweep step = new Sweep(
                    way,
                    one,
                    list,
                    lines,
                    commands,
                    joins
                            ? List.of()
                            : request.hooks().stop(one.id(), one.clientAddress().orElseThrow()),
                    new TreeSet<>(request.clients().values()),
                    json.digest(List.of(way, list, one)).hex().substring(0, 16),
                    request.settle(),
                    request.patience());
            steps.add(step);
            list = step.after();
        }
        return steps;
    }

    @Override
    public Reversal undo(SweepRequest request, Snapshot before) {
        if (request.joiners().isEmpty()) {
            return new Reversal.None("a server that was out for a while joins like a new one: zk join");
        }
        TreeSet<Integer> ids = before.part(Membership.class).servers().stream()
                .filter(view -> request.joiners().stream()
                        .anyMatch(joiner -> joiner.client().equals(view.client())))
                .flatMapToInt(view -> view.id().stream())
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        return new Reversal.By(new SweepRequest(
                "undo " + request.words(),
                List.of(),
                ids,
                1,
                request.settle(),
                request.patience(),
                String.join(",", request.clients().values()),
                request.clients(),
                request.zones(),
                request.hooks()));
    }

    /** What the servers' files say. */
    private record Files(SweepRequest request, Membership membership, ServerProcesses processes) {
        /** The members by the leader's file, each with its clients' address where somebody knows it. */
        List<Member> members(ServerView leader) {
            return leader.id().isEmpty()
                    ? List.of()
                    : listed(leader.id().getAsInt()).stream().map(this::located).toList();
        }

        private List<Member> listed(int id) {
            return processes.of(id).map(ServerProcess::listed).orElse(List.of());
        }

        private Member located(Member member) {
            return new Member(
                    member.id(),
                    member.peers(),
                    member.role(),
                    Optional.ofNullable(request.clients().get(member.id())).orElse(""));
        }

        /** Those that are to join and are no members, by their own files. */
        List<Member> joining(List<Member> members) {
            return request.joiners().stream()
                    .flatMap(joiner -> membership.server(joiner.client()).stream())
                    .filter(ServerView::answered)
                    .filter(view -> view.id().isPresent())
                    .map(view -> view.id().getAsInt())
                    .filter(id -> members.stream().noneMatch(member -> member.id() == id && member.votes()))
                    .flatMap(id -> own(id).stream())
                    .map(member -> located(member).as(Member.Role.PARTICIPANT))
                    .toList();
        }

        private Optional<Member> own(int id) {
            return listed(id).stream().filter(member -> member.id() == id).findFirst();
        }

        /** As it stands in the server's own file, or in the file of whoever names it. */
        String line(Member member) {
            return own(member.id())
                    .map(own -> Listed.line(own.as(member.role())))
                    .orElseGet(() -> Listed.line(new Member(member.id(), member.peers(), member.role(), "")));
        }

        List<Finding> findings(
                List<Member> members, ServerView leader, List<Member> touched, Optional<SweepMark> unfinished) {
            Sweepable sweepable = new Sweepable(membership, processes, members, leader);
            if (!sweepable.members(unfinished)) {
                return sweepable.findings();
            }
            unfinished.ifPresent(mark -> sweepable.unfinished(mark, request));
            request.joiners()
                    .forEach(joiner -> sweepable.joiner(
                            joiner,
                            touched,
                            unfinished
                                    .filter(mark -> joiner.id().equals(OptionalInt.of(mark.server())))
                                    .isPresent()));
            return sweepable.findings();
        }
    }
}
