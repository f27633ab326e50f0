package io.kash.surgery.membership;

import io.kash.surgery.membership.JoinRequest.Joiner;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.ServerProcess;
import io.kash.surgery.zookeeper.ServerProcesses;
import io.kash.surgery.zookeeper.ServerView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether the list of an ensemble may be changed by files and restarts, and by which servers. */
final class Sweepable {
    /** With fewer servers one that is restarted takes the majority with it. */
    static final int FEWEST = 3;

    private static final String TELLS =
            "name a program that prints what tells a server's process, and the lines of its file that name servers:"
                    + " hooks: {started: […]}";

    private final Membership membership;
    private final ServerProcesses processes;
    private final List<Member> members;
    private final ServerView leader;
    private final List<Finding> findings = new ArrayList<>();

    /** @param members by the leader's file */
    Sweepable(Membership membership, ServerProcesses processes, List<Member> members, ServerView leader) {
        this.membership = membership;
        this.processes = processes;
        this.members = members;
        this.leader = leader;
    }

    List<Finding> findings() {
        return findings;
    }

    /** What forbids it whoever joins or leaves: no one leader, or a release that is known to break. */
    static List<Finding> ensemble(Membership membership) {
        List<Finding> findings = new ArrayList<>();
        membership.broken(List.of()).map(why -> Fitness.unfit(membership, why)).ifPresent(findings::add);
        membership
                .leader()
                .map(ServerView::version)
                .flatMap(KnownFaults::inSweepsOf)
                .ifPresent(findings::add);
        return findings;
    }

    /** Programs that are needed and not there. */
    static List<Finding> hooks(SweepRequest request) {
        List<Finding> findings = new ArrayList<>();
        ServerHooks hooks = request.hooks();
        if (hooks.restart().isEmpty()) {
            findings.add(Finding.refusal(
                    "the environment has no hook that restarts a server",
                    "without reconfiguration a list of servers is changed by files and restarts, and kash restarts"
                            + " nothing by itself",
                    "name one that puts in place what it is given to read, the lines of zoo.cfg that name servers:"
                            + " hooks: {restart: […]}"));
        }
        if (!request.leaving().isEmpty() && hooks.stop().isEmpty()) {
            findings.add(Finding.refusal(
                    "the environment has no hook that stops a server",
                    "a server that no list names any more must not go on following",
                    "name one: hooks: {stop: […]}"));
        }
        if (!hooks.told()) {
            findings.add(Finding.refusal(
                    "nothing would show that a server has been restarted, and with which list",
                    "a restart is believed when it is seen",
                    TELLS));
        }
        return findings;
    }

    /** Whether the members' own words and files agree; if not, why. */
    boolean members(Optional<SweepMark> unfinished) {
        int before = findings.size();
        if (members.isEmpty()) {
            refuse(
                    "nobody says which servers the leader's file names (" + leader.client() + ")",
                    "before 3.5 no server tells who belongs to its ensemble: its file does",
                    TELLS);
            return false;
        }
        List<Member> voters = members.stream().filter(Member::votes).toList();
        if (voters.size() < FEWEST) {
            refuse(
                    "the ensemble has " + voters.size() + (voters.size() == 1 ? " voter" : " voters"),
                    "with fewer than " + FEWEST + " every restart stops all writes",
                    "plan an outage, or move to a release that can be reconfigured");
        }
        for (Member member : members) {
            if (member.client().isEmpty()) {
                refuse(
                        "the servers' files name server " + member.id() + " (" + member.peers()
                                + "), and nobody says where its clients are",
                        "every member is asked at its own client port",
                        "name it in zookeeper.connect, or under zookeeper.addressing.servers");
            }
        }
        if (findings.size() == before) {
            membership.broken(voters).map(why -> Fitness.unfit(membership, why)).ifPresent(findings::add);
            if (unfinished.isEmpty()) {
                counted(voters);
                members.forEach(this::agrees);
            }
        }
        return findings.size() == before;
    }

    /** A follower that nobody named is a member of somebody's list. */
    private void counted(List<Member> voters) {
        OptionalInt synced = leader.syncedVoters();
        if (synced.isPresent() && synced.getAsInt() > voters.size() - 1) {
            refuse(
                    "the leader has " + synced.getAsInt() + " voters that follow it, and its file names "
                            + (voters.size() - 1) + " others",
                    "a server that joins only listens, as an observer, until its turn comes",
                    "start the one that is no member with peerType=observer and :observer behind its own line");
        }
    }

    private void agrees(Member member) {
        List<Member> listed =
                processes.of(member.id()).map(ServerProcess::listed).orElse(List.of());
        if (!Listed.alike(listed, members)) {
            refuse(
                    "the file of server " + member.id() + " names "
                            + (listed.isEmpty() ? "no servers" : "servers " + Ids.of(listed)) + ", the leader's "
                            + Ids.of(members),
                    "two lists may differ by one server, and only while kash changes them",
                    listed.isEmpty()
                            ? TELLS
                            : "give all servers the same list, with a rolling restart, the leader last");
        }
        Optional<List<Member>> runs =
                membership.server(member).flatMap(ServerView::configuration).map(Configuration::members);
        if (runs.isPresent() && !Listed.alike(runs.get(), members)) {
            refuse(
                    "server " + member.id() + " runs with servers " + Ids.of(runs.get()) + ", and its file names "
                            + Ids.of(members),
                    "what a server runs with is what its file says",
                    "restart it, or correct its file");
        }
    }

    /** Two lists are about: only what was begun may go on. */
    void unfinished(SweepMark mark, SweepRequest request) {
        boolean same = mark.way().equals(Sweep.Way.JOIN.word())
                ? request.joiners().stream().anyMatch(joiner -> joiner.id().equals(OptionalInt.of(mark.server())))
                : request.leaving().contains(mark.server());
        if (!same) {
            refuse(
                    "the servers run with two lists: " + mark.back() + " of " + mark.of() + " have been through zk "
                            + mark.way() + " " + mark.server(),
                    "two lists may differ by one server, and no third one is begun",
                    "ops list shows what is unfinished; ops resume, or zk " + mark.way() + " " + mark.server());
        }
    }

    /**
     * Judges one that is to join; members are left alone.
     *
     * @param begun whether its list is being swept in already
     */
    void joiner(Joiner joiner, List<Member> touched, boolean begun) {
        Optional<ServerView> view = membership.server(joiner.client()).filter(ServerView::answered);
        if (view.isEmpty()) {
            refuse(
                    joiner.client() + " does not answer"
                            + membership
                                    .server(joiner.client())
                                    .map(silent -> ": " + silent.problem())
                                    .orElse(""),
                    "a server joins when it is up and follows the ensemble",
                    "start it with the present members and itself, as an observer, in its configuration: zk render"
                            + " zoo.cfg --static writes it");
            return;
        }
        OptionalInt id = view.get().id();
        if (id.isEmpty() || (joiner.id().isPresent() && !joiner.id().equals(id))) {
            refuse(
                    joiner.client() + " says "
                            + (id.isEmpty()
                                    ? "no id"
                                    : "it is server " + id.getAsInt() + ", not "
                                            + joiner.id().getAsInt()),
                    "the id in its myid file is the one it joins with",
                    "correct its myid file and start it again, or name the right server");
            return;
        }
        Optional<Member> member =
                touched.stream().filter(one -> one.id() == id.getAsInt()).findFirst();
        if (member.isPresent()) {
            judge(member.get(), view.get(), touched, begun);
        } else if (members.stream().noneMatch(one -> one.id() == id.getAsInt() && one.votes())) {
            refuse(
                    "nobody says which servers the file of server " + id.getAsInt() + " names",
                    "a server joins with the line that its own file has for it",
                    TELLS);
        }
    }

    private void judge(Member member, ServerView view, List<Member> touched, boolean begun) {
        List<Member> others = new ArrayList<>(members);
        touched.stream().takeWhile(one -> one.id() != member.id()).forEach(others::add);
        Joiners.taken(
                        member,
                        others.stream().filter(one -> !one.sameServer(member)).toList())
                .ifPresent(findings::add);
        if (view.leads() || view.mode().equals("standalone")) {
            refuse(
                    view.client() + " serves an ensemble of its own (" + view.mode() + ")",
                    "servers that were started together, empty, elect each other; joined to another ensemble their tree"
                            + " and its would both live on",
                    "stop it, empty its data directory, and start it with the present members in its configuration, and"
                            + " itself as an observer");
        }
        List<Member> listed =
                processes.of(member.id()).map(ServerProcess::listed).orElse(List.of());
        boolean listens = listed.stream().anyMatch(one -> one.id() == member.id() && !one.votes());
        if (!listens && !begun) {
            refuse(
                    "the file of server " + member.id() + " has it as a voter: " + Ids.of(listed),
                    "servers that are empty and vote elect each other, and a leader of 3.4 counts what they"
                            + " acknowledge; a joiner only listens until its turn comes",
                    "start it with the present members, and itself as an observer: peerType=observer, and :observer"
                            + " behind its own line");
        }
        findings.addAll(Alike.findings(view, leader));
    }

    private void refuse(String what, String limit, String lift) {
        findings.add(Finding.refusal(what, limit, lift));
    }
}
