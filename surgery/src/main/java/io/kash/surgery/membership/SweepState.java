package io.kash.surgery.membership;

import io.kash.surgery.membership.Sweep.Way;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Likeness;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.ServerProcess;
import io.kash.surgery.zookeeper.ServerProcesses;
import io.kash.surgery.zookeeper.ServerView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How far a sweep is, by what is seen. Pure. */
final class SweepState {
    private final Sweep sweep;
    private final Membership membership;
    private final ServerProcesses processes;
    private final List<Member> all;
    private final List<Member> after;
    private final Optional<SweepMark> mark;
    private final Set<Integer> touched;
    private final Optional<Integer> next;

    SweepState(Sweep sweep, Membership membership, ServerProcesses processes) {
        this.sweep = sweep;
        this.membership = membership;
        this.processes = processes;
        this.all = sweep.all();
        this.after = sweep.after();
        this.mark = membership
                .mark()
                .flatMap(SweepMark::of)
                .filter(seen -> seen.list().equals(sweep.list())
                        && seen.server() == sweep.server().id()
                        && seen.way().equals(sweep.way().word()));
        this.touched = all.stream().map(Member::id).filter(this::isTouched).collect(Collectors.toSet());
        this.next = nextOne();
    }

    /** Where it stands. */
    enum Phase {
        /** Nobody has been touched. */
        OUTSIDE,
        /** The mark says that it has begun. */
        SWEEPING,
        /** It was done before something else was marked. */
        OVERTAKEN,
        /** Files name others than expected, and no mark of this sweep says why. */
        FOREIGN,
        /** No leader tells the mark now. */
        UNSEEN
    }

    Phase phase() {
        if (mark.isPresent()) {
            return Phase.SWEEPING;
        }
        if (membership.leader().isEmpty()) {
            return Phase.UNSEEN;
        }
        if (overtaken()) {
            return Phase.OVERTAKEN;
        }
        if (sweep.before().stream().allMatch(member -> lists(member.id(), sweep.before()))) {
            return Phase.OUTSIDE;
        }
        // A mark that could not be read just now is no sign of somebody else.
        return membership.mark().isPresent() ? Phase.FOREIGN : Phase.UNSEEN;
    }

    /** Whether every other server has the new list; those that have left since are asked no more. */
    private boolean overtaken() {
        List<List<Member>> lists = Listed.without(all, sweep.server().id()).stream()
                .map(member -> listed(member.id()))
                .filter(list -> !list.isEmpty())
                .toList();
        boolean joins = sweep.way() == Way.JOIN;
        return !lists.isEmpty() && lists.stream().allMatch(list -> names(list) == joins) && (joins || gone());
    }

    private boolean names(List<Member> list) {
        return list.stream().anyMatch(one -> one.votes() && one.sameServer(sweep.server()));
    }

    /** The mark to begin with; empty while one of the servers does not say which process it is. */
    Optional<SweepMark> first() {
        return SweepMark.first(
                sweep.way().word(),
                sweep.server().id(),
                sweep.list(),
                all.stream().map(Member::id).toList(),
                processes);
    }

    private List<Member> listed(int id) {
        return processes.of(id).map(ServerProcess::listed).orElse(List.of());
    }

    private boolean lists(int id, List<Member> members) {
        return Listed.alike(listed(id), members);
    }

    /** Whether its process is another one than before the sweep. */
    private boolean renewed(int id) {
        Optional<String> word = processes.of(id).map(ServerProcess::word);
        Optional<String> old =
                mark.flatMap(begun -> Optional.ofNullable(begun.before().get(id)));
        return word.isPresent() && !word.equals(old);
    }

    private boolean leaves(int id) {
        return sweep.way() == Way.RETIRE && id == sweep.server().id();
    }

    private boolean answers(Member member) {
        return membership.server(member).filter(ServerView::answered).isPresent();
    }

    /** Whether the server that leaves is stopped. */
    private boolean gone() {
        return processes.of(sweep.server().id()).isEmpty() && !answers(sweep.server());
    }

    private boolean touched(int id) {
        return touched.contains(id);
    }

    private boolean isTouched(int id) {
        return leaves(id) ? gone() : renewed(id) && lists(id, after) && runs(id);
    }

    /** From 3.5 on a server says itself which list it runs with. */
    private boolean runs(int id) {
        return running(id).filter(list -> !Listed.alike(list, after)).isEmpty();
    }

    private Optional<List<Member>> running(int id) {
        return member(id)
                .flatMap(membership::server)
                .flatMap(ServerView::configuration)
                .map(Configuration::members);
    }

    /** Whether what was sent for a server has come to its end. */
    boolean back(int id) {
        return touched(id) && (leaves(id) || member(id).filter(this::answers).isPresent());
    }

    private Optional<Member> member(int id) {
        return all.stream().filter(member -> member.id() == id).findFirst();
    }

    /** The one to be touched next; empty when all have been. */
    Optional<Integer> next() {
        return next;
    }

    private Optional<Integer> nextOne() {
        Optional<String> leader = membership.leader().map(ServerView::client);
        return all.stream()
                .filter(member -> !touched(member.id()))
                .min(Comparator.comparing((Member member) -> turn(member, leader))
                        .thenComparing(Member::id))
                .map(Member::id);
    }

    /** A leader that leaves is stopped when all others have been restarted, which is last as well. */
    private int turn(Member member, Optional<String> leader) {
        if (member.id() == sweep.server().id()) {
            return sweep.votesFirst() ? -1 : 1;
        }
        return member.clientAddress().equals(leader) ? 2 : 0;
    }

    /** A server that is another process and has another list: its program did not take what it was given, or none ran. */
    Optional<String> misled() {
        for (Member member : all) {
            int id = member.id();
            if (leaves(id) || !renewed(id) || touched(id)) {
                continue;
            }
            return lists(id, after)
                    ? Optional.of("server " + id + " has been restarted, and runs with servers "
                            + Ids.of(running(id).orElse(List.of())) + ", not " + Ids.of(after))
                    : Optional.of("server " + id + " has been restarted, and its file names "
                            + (listed(id).isEmpty() ? "no servers" : "servers " + Ids.of(listed(id))) + ", not "
                            + Ids.of(after) + ": the hook has to put in place what it is given to read");
        }
        return Optional.empty();
    }

    /** A joiner that holds something else than the ensemble must never vote, however long is waited. */
    Optional<String> unlike() {
        return membership
                .server(sweep.server())
                .flatMap(ServerView::likeness)
                .map(Likeness::differing)
                .filter(differing -> !differing.isEmpty())
                .map(differing -> "server " + sweep.server().id()
                        + " holds another tree than the leader: they differ at " + String.join(", ", differing));
    }

    /** Whether the one that leaves is the leader, whom nobody with the new list would follow. */
    boolean leavingLeads() {
        return sweep.way() == Way.RETIRE
                && membership
                        .leader()
                        .filter(leader -> sweep.server().clientAddress().equals(Optional.of(leader.client())))
                        .isPresent();
    }

    /** Whether another one leads, and the one that leaves follows it. */
    boolean handedOver() {
        return gone() || (membership.leader().isPresent() && !leavingLeads() && answers(sweep.server()));
    }

    /** Why servers with the new list cannot follow: only a person can say what to do then. */
    Optional<String> stranded() {
        List<Member> touched =
                after.stream().filter(member -> touched(member.id())).toList();
        return leavingLeads() && !touched.isEmpty()
                ? Optional.of("server " + sweep.server().id() + " leads again, and servers " + Ids.of(touched)
                        + " no longer know it: restart it by hand, so that another one leads")
                : Optional.empty();
    }

    /**
     * Those that are to be well now: a joiner that only listens, too, and no server that has left. One whose turn it is and
     * that does not serve, since it does not know the leader yet, is not waited for: its restart takes nothing away.
     */
    private List<Member> present() {
        return all.stream()
                .filter(member -> !(leaves(member.id()) && gone()))
                .filter(member -> !(next.equals(Optional.of(member.id()))
                        && mark.isPresent()
                        && membership.leader().isPresent()
                        && processes.of(member.id()).isPresent()
                        && !answers(member)))
                .toList();
    }

    /** Why they are no whole ensemble. */
    Optional<String> broken() {
        List<Member> voters = present().stream()
                .filter(Member::votes)
                .filter(member -> !listens(member.id()))
                .toList();
        return membership.broken(voters);
    }

    /** Whether a joiner's file has the list there is by now; when an earlier one grew it, it has not. */
    boolean prepared() {
        return sweep.way() == Way.RETIRE || lists(sweep.server().id(), sweep.guests());
    }

    /** Whether a joiner that only listens does not. */
    boolean silent() {
        return listens(sweep.server().id())
                && membership
                        .server(sweep.server())
                        .flatMap(ServerView::wellSince)
                        .isEmpty();
    }

    /** Whether the first server may be touched, or the joiner first has to learn of the list there is. */
    boolean begins() {
        return !prepared() || !silent();
    }

    /** Whether it is a joiner that does not vote yet. */
    private boolean listens(int id) {
        return sweep.way() == Way.JOIN && id == sweep.server().id() && !touched(id);
    }

    /** Why nobody may be touched yet. */
    Optional<String> unfit() {
        List<Integer> untold = all.stream()
                .map(Member::id)
                .filter(id -> processes.of(id).isEmpty())
                .toList();
        return broken().or(() -> untold.isEmpty()
                ? Optional.empty()
                : Optional.of("nobody says which process server " + untold.get(0) + " is"));
    }

    /** Whether one of them is on its way, or all look for a leader: that passes. */
    boolean someoneAway() {
        return membership.leader().isEmpty()
                || present().stream()
                        .anyMatch(member -> processes.of(member.id()).isEmpty() || !answers(member));
    }

    private int back() {
        return (int) all.stream().filter(member -> back(member.id())).count();
    }

    /** Whether the mark counts all that are back: the ensemble has taken a write since. */
    boolean noted() {
        return mark.filter(begun -> begun.back() == back()).isPresent();
    }

    /** The mark to be written now. */
    Optional<SweepMark> note() {
        return mark.map(begun -> begun.with(back()));
    }

    /** Whether every one of them shows the mark at its own client port; a leader is asked for it anyway. */
    boolean shown() {
        Optional<String> leader = membership.leader().map(ServerView::client);
        return present().stream()
                .filter(member -> !member.clientAddress().equals(leader))
                .allMatch(member -> membership
                        .server(member)
                        .flatMap(ServerView::likeness)
                        .map(Likeness::mark)
                        .equals(membership.mark()));
    }

    boolean settled(Snapshot now) {
        return membership.settled(present(), sweep.settle(), now.observedAt());
    }

    /** The same of the members, whatever the joiner does. */
    boolean membersSettled(Snapshot now) {
        return membership.settled(sweep.before(), sweep.settle(), now.observedAt());
    }

    /** What the files name, for messages. */
    String files() {
        List<String> said = new ArrayList<>();
        for (Member member : all) {
            List<Member> listed = listed(member.id());
            said.add("server " + member.id() + " "
                    + (listed.isEmpty()
                            ? "says nothing"
                            : listed.stream()
                                    .map(one -> String.valueOf(one.id()))
                                    .collect(Collectors.joining(","))));
        }
        return String.join("; ", said);
    }
}
