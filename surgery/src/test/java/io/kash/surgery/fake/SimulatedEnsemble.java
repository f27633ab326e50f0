package io.kash.surgery.fake;

import io.kash.surgery.hook.RunHook;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.zookeeper.Configuration;
import io.kash.surgery.zookeeper.Likeness;
import io.kash.surgery.zookeeper.MarkEnsemble;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.MembershipLook;
import io.kash.surgery.zookeeper.Reconfigure;
import io.kash.surgery.zookeeper.ServerView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * An ensemble in memory that behaves as ZooKeeper was seen to: a dead server is added without complaint, a server that is
 * no member is removed with success, the removal of a leader happens and is not answered, and a server that follows shows
 * the mark a few looks after it was written.
 */
public final class SimulatedEnsemble {
    private static final int LOOKS_TO_SYNC = 2;

    private final SortedMap<Integer, Server> servers = new TreeMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private List<Member> members = new ArrayList<>();
    private Optional<String> mark = Optional.empty();
    private int markedAt;
    private int looks;
    private long version = 0x100000000L;
    private int leader;
    private Instant changed = Instant.EPOCH;

    /** A server as it is, whatever the ensemble says of it. */
    private static final class Server {
        private final int id;
        private boolean alive = true;
        private boolean follows = true;
        private String leads = "";
        private String version = "3.8.6";
        private String differs = "";
        private Map<String, String> settings = settings("1000");

        Server(int id) {
            this.id = id;
        }

        private static Map<String, String> settings(String tickMillis) {
            return Map.of(
                    "tickTime", tickMillis,
                    "initLimit", "10",
                    "syncLimit", "5",
                    "minSessionTimeout", "2000",
                    "maxSessionTimeout", "20000",
                    "quorumPort", "2888",
                    "electionPort", "3888");
        }
    }

    /** Where clients reach the server with this id. */
    public static String client(int id) {
        return "10.0." + id + ".10:2181";
    }

    /** The server with this id as a voter. */
    public static Member voter(int id) {
        return new Member(id, "10.0." + id + ".10:2888:3888", Member.Role.PARTICIPANT, client(id));
    }

    /** Voters 1 to this number, of which the last leads. */
    public static SimulatedEnsemble of(int voters) {
        SimulatedEnsemble ensemble = new SimulatedEnsemble();
        for (int id = 1; id <= voters; id++) {
            ensemble.servers.put(id, new Server(id));
            ensemble.members.add(voter(id));
        }
        ensemble.leader = voters;
        return ensemble;
    }

    /** A server that runs, follows the ensemble and is no member. */
    public SimulatedEnsemble withGuest(int id) {
        servers.put(id, new Server(id));
        return this;
    }

    public SimulatedEnsemble dead(int id) {
        server(id).alive = false;
        return this;
    }

    /** It was started with others of its sort, and they elected each other. */
    public SimulatedEnsemble leadingItsOwn(int id) {
        server(id).leads = "leader";
        server(id).follows = false;
        return this;
    }

    public SimulatedEnsemble ofRelease(int id, String release) {
        server(id).version = release;
        return this;
    }

    public SimulatedEnsemble ticking(int id, String tickMillis) {
        server(id).settings = Server.settings(tickMillis);
        return this;
    }

    /** Its AdminServer is reached, and says whether it makes a database of its own where it finds none. */
    public SimulatedEnsemble autocreate(int id, String value) {
        Server server = server(id);
        Map<String, String> more = new TreeMap<>(server.settings);
        more.put(ServerView.AUTOCREATE, value);
        server.settings = more;
        return this;
    }

    /** Its tree is another one than the leader's, whatever the transaction ids say. */
    public SimulatedEnsemble holdingAnotherTree(int id, String path) {
        server(id).differs = path;
        return this;
    }

    /** It stays connected and never shows the mark. */
    public SimulatedEnsemble neverInSync(int id) {
        server(id).follows = false;
        return this;
    }

    /** Somebody else reconfigures. */
    public SimulatedEnsemble reconfigured(UnaryOperator<List<Member>> change) {
        members = new ArrayList<>(change.apply(List.copyOf(members)));
        version++;
        return this;
    }

    public SimulatedEnsemble staticConfiguration() {
        version = 0;
        return this;
    }

    private Server server(int id) {
        return java.util.Objects.requireNonNull(servers.get(id), "no server " + id);
    }

    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    public List<Member> members() {
        return new Configuration(version, members).members();
    }

    /** Voters that are alive, against what a decision needs. */
    public boolean decides() {
        List<Member> voters = members.stream().filter(Member::votes).toList();
        long alive = voters.stream().filter(voter -> server(voter.id()).alive).count();
        return alive > voters.size() / 2;
    }

    /** What a look finds. */
    public Membership membership(MembershipLook look, Instant now) {
        looks++;
        if (changed.equals(Instant.EPOCH)) {
            changed = now.minusSeconds(3600);
        }
        List<ServerView> views = new ArrayList<>();
        for (Server server : servers.values()) {
            boolean member = members.stream().anyMatch(one -> one.id() == server.id);
            if (member
                    || look.others().contains(client(server.id))
                    || look.compared().contains(client(server.id))) {
                views.add(view(server, look, now));
            }
        }
        look.others().stream()
                .filter(address ->
                        views.stream().noneMatch(view -> view.client().equals(address)))
                .forEach(address -> views.add(ServerView.silent(address, "refused the connection")));
        return new Membership(views, look.marked() ? mark : Optional.empty());
    }

    private ServerView view(Server server, MembershipLook look, Instant now) {
        if (!server.alive) {
            return ServerView.silent(client(server.id), "refused the connection");
        }
        boolean leads = server.id == leader || server.leads.equals("leader");
        Optional<Configuration> configuration =
                Optional.of(new Configuration(server.leads.isEmpty() ? version : 1, members));
        int synced = (int) members.stream()
                .filter(Member::votes)
                .filter(voter -> voter.id() != leader && server(voter.id()).alive && server(voter.id()).follows)
                .count();
        boolean compared = look.marked() && look.compared().contains(client(server.id)) && !leads;
        return new ServerView(
                client(server.id),
                OptionalInt.of(server.id),
                leads ? "leader" : "follower",
                server.version,
                server.settings,
                configuration,
                server.id == leader ? OptionalInt.of(synced) : OptionalInt.empty(),
                OptionalInt.of(3),
                server.leads.isEmpty() ? Optional.of(changed.isAfter(now) ? now : changed) : Optional.empty(),
                compared ? Optional.of(likeness(server)) : Optional.empty(),
                "");
    }

    private Likeness likeness(Server server) {
        boolean shown = server.follows && looks - markedAt >= LOOKS_TO_SYNC;
        return new Likeness(
                shown ? mark.orElse("") : "", 12, server.differs.isEmpty() ? List.of() : List.of(server.differs));
    }

    /** Carries an effect out, at a time of the simulation. */
    public Reply apply(Effect effect, Instant now) {
        effects.add(effect);
        if (effect instanceof MarkEnsemble wanted) {
            mark = Optional.of(wanted.mark());
            markedAt = looks;
            return new Reply.Accepted();
        }
        if (effect instanceof RunHook hook) {
            return ran(hook);
        }
        Reconfigure change = (Reconfigure) effect;
        if (change.version() != version) {
            return new Reply.Rejected(Map.of("the ensemble", "its configuration is another one by now"));
        }
        change.joining().forEach(joiner -> {
            members.removeIf(member -> member.id() == joiner.id());
            members.add(joiner);
        });
        members.removeIf(member -> change.leaving().contains(member.id()));
        version++;
        changed = now;
        if (change.leaving().contains(leader)) {
            leader = members.stream()
                    .filter(Member::votes)
                    .mapToInt(Member::id)
                    .filter(id -> server(id).alive)
                    .max()
                    .orElse(0);
            return new Reply.Unknown("connection lost");
        }
        return new Reply.Accepted();
    }

    /** The only program there is stops the server whose id is its last word. */
    private Reply ran(RunHook hook) {
        server(Integer.parseInt(hook.command().get(hook.command().size() - 1))).alive = false;
        return new Reply.Accepted();
    }
}
