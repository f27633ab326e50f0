package io.kash.surgery.membership;

import io.kash.surgery.hook.FeedHook;
import io.kash.surgery.hook.RunHook;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Progress;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.MembershipLook;
import io.kash.surgery.zookeeper.ServerProcesses;
import io.kash.surgery.zookeeper.ServerProcessesLook;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One server joins, or leaves, an ensemble whose list of servers stands in files: every server is restarted once with the
 * list that is longer, or shorter, by that one. The order is: the followers, then the one that joins or leaves, then the
 * leader, whose restart is the one election.
 *
 * <p>Why that is safe. Two lists are in use meanwhile, of n servers and of one more. A decision needs a majority of the
 * decider's own list, and any majority of n and any of n + 1 have a server in common, since together they have n + 2; so
 * there are never two leaders, and whoever is elected has met a server that knows of every decision. Two lists that differ
 * by more have no such server, and a server that is started with the whole new list never finds the old ones: hence one
 * server at a time, and none while another list is still about.
 *
 * <p>Why the one that joins or leaves comes second to last. A leader of ZooKeeper 3.4 counts the acknowledgements of every
 * follower, members or not ({@code Leader.processAck}, {@code QuorumMaj.containsQuorum}; from 3.5 on
 * {@code SyncedLearnerTracker.addAck} asks who is a member). A joiner that votes while others have the old list would let
 * such a leader believe in a majority that those others know nothing of. So it only listens, as an observer, until all but
 * the leader have the new list. A server that leaves is stopped at that same moment, for the same reason: from then on
 * the next leader no longer has it in its list.
 *
 * <p>Three servers are too few for that: one that is restarted comes back when more than half of its list follow one leader
 * ({@code FastLeaderElection.lookForLeader}), which is three of four, and without the joiner only two others do. There the
 * joiner votes first. Under 3.4 a write that only the leader and the joiner have taken is then lost if the leader is lost in
 * the seconds before a follower has the new list, with both followers behind.
 *
 * <p>A leader that leaves is restarted with its old list first, so that another one leads: a server follows nobody whom its
 * list does not name.
 *
 * <p>What happens when it fails half-way: no further server is touched, and the ensemble decides on, under the two lists.
 * How far it came is seen: by the mark, which says which process each server was before, and by the list that each file
 * holds. A server that was restarted is not restarted again.
 *
 * @param server as it is when it belongs to the ensemble
 * @param before the members when its turn comes, each with its clients' address
 * @param lines what stands behind {@code server.<id>=} in the files, by id, of all these servers
 * @param commands what restarts each server, by id
 * @param stop what stops the one that leaves; empty for one that joins
 * @param asked clients' addresses of all servers of the operation: whoever leads now may have joined in another step, and
 *     before 3.5 no server tells of others
 * @param list sixteen hexadecimal digits of both lists
 * @param settle how long all must have been well before the next one is touched, and again before the step is done
 * @param patience how long a server may take to come back
 */
public record Sweep(
        Way way,
        Member server,
        List<Member> before,
        SortedMap<Integer, String> lines,
        SortedMap<Integer, List<String>> commands,
        List<String> stop,
        SortedSet<String> asked,
        String list,
        Duration settle,
        Duration patience)
        implements Step {
    public static final Kind KIND = Kind.of("zookeeper.sweep-list/1");

    /** Longer than a server with a large tree takes to write it down and to read it again. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** What becomes of the server. */
    public enum Way {
        JOIN("join"),
        RETIRE("retire");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Sweep {
        before = new Configuration(0, before).members();
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
        commands = Collections.unmodifiableSortedMap(new TreeMap<>(commands));
        stop = List.copyOf(stop);
        asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return way.word() + " server " + server.id();
    }

    /** The longer list. */
    List<Member> all() {
        return way == Way.JOIN ? Listed.with(before, server) : before;
    }

    /** Who belongs to the ensemble when it is done. */
    public List<Member> after() {
        return way == Way.JOIN ? all() : Listed.without(before, server.id());
    }

    /** What a joiner lists while it listens: the members, by now, and itself as an observer. */
    List<Member> guests() {
        return Listed.with(before, server.as(Member.Role.OBSERVER));
    }

    /** What each server is given to read: the lines of its file that name servers. */
    public String input() {
        return input(after());
    }

    private String input(List<Member> list) {
        StringBuilder text = new StringBuilder();
        for (Member member : list) {
            String line = Optional.ofNullable(lines.get(member.id())).orElseThrow();
            text.append("server.")
                    .append(member.id())
                    .append('=')
                    .append(member.votes() ? line : Listed.listening(line))
                    .append('\n');
        }
        return text.toString();
    }

    @Override
    public Scope scope() {
        TreeSet<String> clients = new TreeSet<>(Membership.clients(all()));
        TreeSet<String> compared =
                new TreeSet<>(way == Way.JOIN ? Membership.clients(List.of(server)) : List.<String>of());
        SortedMap<Integer, String> hosts = new TreeMap<>();
        all().forEach(member ->
                member.clientAddress().ifPresent(client -> hosts.put(member.id(), ServerHooks.host(client))));
        return Scope.of(new MembershipLook(asked, compared, clients, true), new ServerProcessesLook(hosts));
    }

    /** Whether a follower with the longer list would not find its way back unless the joiner votes. */
    boolean votesFirst() {
        long voters = before.stream().filter(Member::votes).count();
        long wanted = (voters + 1) / 2 + 1;
        return way == Way.JOIN && wanted > voters - 1;
    }

    SweepState state(Snapshot now) {
        return new SweepState(this, now.part(Membership.class), now.part(ServerProcesses.class));
    }

    @Override
    public Standing standing(Snapshot now) {
        SweepState state = state(now);
        return switch (state.phase()) {
            case UNSEEN -> Standing.UNDERWAY;
            case OVERTAKEN -> Standing.DONE;
            case FOREIGN ->
                new Standing.Foreign("the servers' files name other servers than this step expects: " + state.files());
            case OUTSIDE ->
                state.unfit()
                        .<Standing>map(why -> new Standing.Blocked("server " + server.id() + " waits: " + why))
                        .orElse(state.begins() ? Standing.READY : Standing.UNDERWAY);
            case SWEEPING -> sweeping(state, now);
        };
    }

    private Standing sweeping(SweepState state, Snapshot now) {
        Optional<Standing> wrong = state.misled().<Standing>map(Standing.Blocked::new);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Optional<Standing> unlike = state.unlike().<Standing>map(Standing.Foreign::new);
        if (unlike.isPresent()) {
            return unlike.get();
        }
        Optional<Standing> stranded = state.stranded().<Standing>map(Standing.Blocked::new);
        if (stranded.isPresent()) {
            return stranded.get();
        }
        Optional<String> broken = state.broken();
        if (broken.isPresent()) {
            return state.someoneAway() ? Standing.UNDERWAY : new Standing.Blocked("now " + broken.get());
        }
        boolean complete = state.next().isEmpty() && state.noted() && state.shown() && state.settled(now);
        return complete ? Standing.DONE : Standing.UNDERWAY;
    }

    /** What touches this server: a restart with the new list, or its end. */
    Effect effect(int id) {
        return way == Way.RETIRE && id == server.id()
                ? new RunHook("stop server " + id, stop, LIMIT, patience)
                : restart(id, after());
    }

    /** What makes another server lead when the one that leaves does. */
    Effect handOver() {
        return restart(server.id(), before);
    }

    /** What lets the joiner listen under the list there is by now: it could not follow a leader that it does not know. */
    Effect preparation() {
        return restart(server.id(), guests());
    }

    private Effect restart(int id, List<Member> list) {
        return new FeedHook(
                "restart server " + id + " with servers " + Ids.of(list),
                Optional.ofNullable(commands.get(id)).orElseThrow(),
                input(list),
                LIMIT,
                patience);
    }

    @Override
    public boolean seen(Effect effect, Snapshot now) {
        SweepState state = state(now);
        if (way == Way.JOIN && preparation().equals(effect)) {
            SweepState.Phase phase = state.phase();
            boolean begun = phase == SweepState.Phase.SWEEPING || phase == SweepState.Phase.OVERTAKEN;
            return begun || (state.prepared() && !state.silent());
        }
        if (way == Way.RETIRE && handOver().equals(effect)) {
            return state.handedOver();
        }
        return all().stream()
                .map(Member::id)
                .filter(id -> effect(id).equals(effect))
                .anyMatch(state::back);
    }

    @Override
    public Snapshot project(Snapshot before) {
        return SweepProjection.of(this, before);
    }

    /** Never in flight: what a program has begun goes on without anybody watching it, and two lists may stay for a while. */
    @Override
    public Progress progress(Snapshot now) {
        boolean done = standing(now).equals(Standing.DONE);
        return new Progress(Progress.Unit.SERVERS, done ? 1 : 0, 1, 0);
    }
}
