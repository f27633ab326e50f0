package io.kash.surgery.fake;

import io.kash.surgery.hook.FeedHook;
import io.kash.surgery.hook.Hook;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Likeness;
import io.kash.surgery.zookeeper.MarkEnsemble;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.MembershipLook;
import io.kash.surgery.zookeeper.ServerProcess;
import io.kash.surgery.zookeeper.ServerProcesses;
import io.kash.surgery.zookeeper.ServerProcessesLook;
import io.kash.surgery.zookeeper.ServerView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An ensemble in memory whose list of servers stands in files, as of 3.4. A server runs with the list it was started with;
 * one that is restarted is away for four looks; who leads has a majority of its own list behind it, and of the list of each
 * follower. A leader counts acknowledgements of whoever follows it: {@link #dangers} says when that could lose a write.
 *
 * <p>Long, and not split: nearly everything reads and changes the state of its servers, which is nobody else's.
 */
public final class ListedEnsemble {
    private static final int AWAY = 4;
    private static final int ELECTION = 2;

    private final SortedMap<Integer, Life> servers = new TreeMap<>();
    private final List<Integer> first = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<String> dangers = new ArrayList<>();
    private Optional<String> mark = Optional.empty();
    private int markedAt;
    private int looks;
    private int leader;
    private int electing;
    private boolean says;

    /** One server. */
    private static final class Life {
        private final int id;
        private int process = 1;
        private List<Member> file;
        private List<Member> runs;
        private boolean up = true;
        private boolean comesBack = true;
        private boolean obeys = true;
        private int away;
        private boolean found = true;
        private String version = "3.4.14";
        private String tickTime = "1000";
        private String differs = "";
        private Optional<Reply> answer = Optional.empty();
        private Optional<Instant> well = Optional.empty();

        Life(int id, List<Member> list) {
            this.id = id;
            this.file = list;
            this.runs = list;
        }

        boolean serves() {
            return up && away == 0;
        }

        boolean votes() {
            return runs.stream().anyMatch(member -> member.id() == id && member.votes());
        }

        boolean knows(int other) {
            return runs.stream().anyMatch(member -> member.id() == other && member.votes());
        }
    }

    private static Member listed(int id) {
        return new Member(id, "10.0." + id + ".10:2888:3888", Member.Role.PARTICIPANT, "");
    }

    /** Voters 1 to this number, of which the last leads. */
    public static ListedEnsemble of(int voters) {
        ListedEnsemble ensemble = new ListedEnsemble();
        List<Member> list = new ArrayList<>();
        for (int id = 1; id <= voters; id++) {
            list.add(listed(id));
        }
        list.forEach(member -> ensemble.servers.put(member.id(), new Life(member.id(), list)));
        ensemble.first.addAll(ensemble.servers.keySet());
        ensemble.leader = voters;
        return ensemble;
    }

    /** A server that listens: its file names those there are, and itself as an observer. */
    public ListedEnsemble withGuest(int id) {
        List<Member> list = new ArrayList<>(life(1).file);
        list.add(listed(id).as(Member.Role.OBSERVER));
        servers.put(id, new Life(id, list));
        return this;
    }

    /** A server that was started as if it were a member. */
    public ListedEnsemble withIntruder(int id) {
        List<Member> list = new ArrayList<>(life(1).file);
        list.add(listed(id));
        servers.put(id, new Life(id, list));
        return this;
    }

    /** The connect string names it, too. */
    public ListedEnsemble named(int id) {
        first.add(id);
        return this;
    }

    /** Servers say themselves which list they run with, as from 3.5 on. */
    public ListedEnsemble sayingTheirLists() {
        says = true;
        return this;
    }

    public ListedEnsemble ofRelease(String release) {
        servers.values().forEach(life -> life.version = release);
        return this;
    }

    public ListedEnsemble ticking(int id, String millis) {
        life(id).tickTime = millis;
        return this;
    }

    public ListedEnsemble dead(int id) {
        life(id).up = false;
        return this;
    }

    /** Its hook restarts it and does not read what it is given. */
    public ListedEnsemble ignoringItsList(int id) {
        life(id).obeys = false;
        return this;
    }

    public ListedEnsemble mended(int id) {
        Life life = life(id);
        life.obeys = true;
        life.comesBack = true;
        life.answer = Optional.empty();
        life.up = true;
        return this;
    }

    /** Its hook answers this and does nothing. */
    public ListedEnsemble failing(int id, Reply reply) {
        life(id).answer = Optional.of(reply);
        return this;
    }

    /** Its hook stops it, and it does not come back. */
    public ListedEnsemble losing(int id) {
        life(id).comesBack = false;
        return this;
    }

    public ListedEnsemble holdingAnotherTree(int id, String path) {
        life(id).differs = path;
        return this;
    }

    /** It crashes and is started again by its machine, with what its file has. */
    public ListedEnsemble crashing(int id) {
        start(life(id));
        return this;
    }

    /** Somebody else gives a server another list. */
    public ListedEnsemble relisted(int id, int... ids) {
        life(id).file =
                java.util.Arrays.stream(ids).mapToObj(ListedEnsemble::listed).toList();
        return this;
    }

    private Life life(int id) {
        return Optional.ofNullable(servers.get(id)).orElseThrow();
    }

    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    /** What was done to servers, in order: {@code 1:1,2,3,4} for a restart with that list, {@code 1:stop}. */
    public List<String> touched() {
        return effects.stream()
                .filter(effect -> !(effect instanceof MarkEnsemble))
                .map(effect -> effect instanceof FeedHook feed
                        ? last(feed.command()) + ":"
                                + feed.input()
                                        .lines()
                                        .map(line -> line.replaceAll("server\\.([0-9]+)=.*", "$1")
                                                + (line.endsWith(":observer") ? "o" : ""))
                                        .collect(java.util.stream.Collectors.joining(","))
                        : last(((Hook) effect).command()) + ":stop")
                .toList();
    }

    private static String last(List<String> command) {
        return command.get(command.size() - 1);
    }

    /** Ids of the servers that are up, and what each runs with. */
    public SortedMap<Integer, List<Integer>> running() {
        SortedMap<Integer, List<Integer>> running = new TreeMap<>();
        servers.values().stream()
                .filter(life -> life.up)
                .forEach(life ->
                        running.put(life.id, life.runs.stream().map(Member::id).toList()));
        return running;
    }

    public int leader() {
        return leader;
    }

    public int process(int id) {
        return life(id).process;
    }

    /** What could have lost a write, or stopped writes without need, in words; none is how it should be. */
    public List<String> dangers() {
        return List.copyOf(dangers);
    }

    /** A look at everything: time goes on. */
    public void tick(Instant now) {
        looks++;
        for (Life life : servers.values()) {
            if (life.up && life.away > 0) {
                life.away--;
            }
        }
        if (leader != 0 && !supported(leader)) {
            leader = 0;
            electing = ELECTION;
        }
        if (leader == 0 && --electing <= 0) {
            leader = servers.values().stream()
                    .filter(life -> life.serves() && life.votes() && supported(life.id))
                    .max(Comparator.comparingInt(life -> life.id))
                    .map(life -> life.id)
                    .orElse(0);
            servers.values().forEach(life -> life.well = Optional.empty());
            // Who elected it follows it; who comes later has to find it.
            servers.values().forEach(life -> life.found = life.serves() && life.knows(leader));
        }
        servers.values().forEach(life -> life.found = life.found || finds(life));
        for (Life life : servers.values()) {
            life.well = follows(life) ? Optional.of(life.well.orElse(now)) : Optional.empty();
        }
        watch();
    }

    private List<Life> behind(int id) {
        return servers.values().stream()
                .filter(life -> life.serves() && life.votes() && life.id != id && life.knows(id))
                .toList();
    }

    private boolean supported(int id) {
        Life life = life(id);
        long members = behind(id).stream().filter(one -> life.knows(one.id)).count();
        return life.serves()
                && members + 1 > life.runs.stream().filter(Member::votes).count() / 2;
    }

    /** Whether more than half of its own list, itself left out, follow one leader: else it looks for one for ever. */
    private boolean finds(Life life) {
        long following = servers.values().stream()
                .filter(one -> one.id != life.id && life.knows(one.id) && one.votes() && follows(one))
                .count();
        return life.serves()
                && leader != 0
                && life.knows(leader)
                && following > life.runs.stream().filter(Member::votes).count() / 2;
    }

    private boolean follows(Life life) {
        return life.serves() && life.found && leader != 0 && (life.id == leader || life.knows(leader));
    }

    private void watch() {
        List<Life> up = servers.values().stream().filter(life -> life.up).toList();
        List<Integer> sizes = up.stream()
                .map(life -> (int) life.runs.stream().filter(Member::votes).count())
                .distinct()
                .sorted()
                .toList();
        if (sizes.size() > 2 || (sizes.size() == 2 && sizes.get(1) - sizes.get(0) > 1)) {
            dangers.add("lists of " + sizes + " servers at once");
        }
        if (leader == 0) {
            return;
        }
        boolean counted = behind(leader).stream().anyMatch(life -> !life(leader).knows(life.id));
        long others = up.stream()
                .filter(life -> life.votes() && life.id != leader)
                .filter(life -> life.runs.size() == life(leader).runs.size())
                .count();
        // With three there is no other way.
        if (counted && others > 0 && life(leader).runs.size() > 3) {
            dangers.add("server " + leader + " counts a follower that others do not know");
        }
    }

    /** What a look finds. */
    public Membership membership(MembershipLook look) {
        List<ServerView> views = new ArrayList<>();
        // The servers of the connect string are asked whatever the look says: those there were at first.
        TreeSet<String> asked = new TreeSet<>(look.others());
        first.forEach(id -> asked.add(SimulatedEnsemble.client(id)));
        for (String address : asked) {
            views.add(servers.values().stream()
                    .filter(life -> SimulatedEnsemble.client(life.id).equals(address))
                    .findFirst()
                    .map(life -> view(life, look))
                    .orElseGet(() -> ServerView.silent(address, "refused the connection")));
        }
        return new Membership(views, look.marked() && leader != 0 ? mark : Optional.empty());
    }

    /** From 3.6 on a leader tells those that follow and are not in its list apart. */
    private int synced(Life lead) {
        boolean apart = says && !lead.version.startsWith("3.5.");
        return (int) behind(lead.id).stream()
                .filter(life -> !apart || lead.knows(life.id))
                .count();
    }

    private ServerView view(Life life, MembershipLook look) {
        String client = SimulatedEnsemble.client(life.id);
        if (!life.serves()) {
            return ServerView.silent(client, "refused the connection");
        }
        if (!follows(life)) {
            return ServerView.silent(client, "it is up but serves nobody: it has no quorum");
        }
        boolean leads = life.id == leader;
        boolean asked = look.marked()
                && !leads
                && (look.showing().contains(client) || look.compared().contains(client));
        String shown = looks > markedAt ? mark.orElse("") : "";
        Likeness likeness = new Likeness(
                shown,
                12,
                look.compared().contains(client) && !life.differs.isEmpty() ? List.of(life.differs) : List.of());
        return new ServerView(
                client,
                OptionalInt.of(life.id),
                leads ? "leader" : life.votes() ? "follower" : "observer",
                life.version,
                Map.of("tickTime", life.tickTime),
                says ? Optional.of(new Configuration(0, life.runs)) : Optional.empty(),
                leads ? OptionalInt.of(synced(life)) : OptionalInt.empty(),
                OptionalInt.of(3),
                life.well,
                asked ? Optional.of(likeness) : Optional.empty(),
                "");
    }

    public ServerProcesses processes(ServerProcessesLook look) {
        SortedMap<Integer, ServerProcess> processes = new TreeMap<>();
        for (int id : look.hosts().keySet()) {
            Optional.ofNullable(servers.get(id))
                    .filter(life -> life.up)
                    .ifPresent(life -> processes.put(
                            id,
                            ServerProcess.of("process " + life.process + "\n"
                                    + life.file.stream()
                                            .map(member -> "server." + member.id() + "=" + member.peers()
                                                    + (member.votes() ? "" : ":observer") + "\n")
                                            .collect(java.util.stream.Collectors.joining()))));
        }
        return new ServerProcesses(processes);
    }

    public Reply apply(Effect effect) {
        effects.add(effect);
        if (effect instanceof MarkEnsemble wanted) {
            if (leader == 0) {
                return new Reply.Unknown("no session within 4 s; nothing was sent");
            }
            mark = Optional.of(wanted.mark());
            markedAt = looks;
            return new Reply.Accepted();
        }
        Life life = life(Integer.parseInt(last(((Hook) effect).command())));
        if (life.answer.isPresent()) {
            return life.answer.get();
        }
        long away =
                servers.values().stream().filter(one -> one.up && one.away > 0).count();
        if (away > 0) {
            dangers.add("server " + life.id + " is touched while another is away");
        }
        if (effect instanceof FeedHook feed) {
            if (life.obeys) {
                life.file = ServerProcess.of(feed.input()).listed();
            }
            start(life);
        } else {
            life.up = false;
        }
        return new Reply.Accepted();
    }

    private static void start(Life life) {
        life.runs = life.file;
        life.process++;
        life.away = AWAY;
        life.up = life.comesBack;
        life.found = false;
        life.well = Optional.empty();
    }
}
