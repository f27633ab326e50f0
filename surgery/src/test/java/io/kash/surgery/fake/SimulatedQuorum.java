package io.kash.surgery.fake;

import io.kash.surgery.kafka.AddVoter;
import io.kash.surgery.kafka.ControllerEndpoint;
import io.kash.surgery.kafka.ControllerView;
import io.kash.surgery.kafka.ControllerWord;
import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.kafka.MetadataQuorumLook;
import io.kash.surgery.kafka.RemoveVoter;
import io.kash.surgery.kafka.VoterKey;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A quorum of controllers in memory that behaves as Kafka 3.9.2 was seen to: an observer that does not answer is not added
 * and the request times out, an id that votes is a duplicate whatever its directory, an unknown voter is not found, and a
 * leader that is taken out hands over. With {@link #losingAnswers} changes happen and nobody says so.
 */
public final class SimulatedQuorum {
    public static final String CLUSTER = "cluster-1";
    private static final Instant LONG_AGO = Instant.parse("2026-03-01T12:00:00Z");

    private final SortedMap<VoterKey, Controller> controllers = new TreeMap<>();
    private final SortedMap<String, ControllerWord> strangers = new TreeMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private TreeSet<VoterKey> voters = new TreeSet<>();
    private Optional<VoterKey> leader = Optional.empty();
    private boolean losesAnswers;
    private int level = 1;
    private long epoch = 7;
    private Instant changed = LONG_AGO;

    /** A controller as it is, whatever the quorum says of it. */
    private static final class Controller {
        private boolean alive = true;
        private boolean registered = true;
        private long lag;
        private String clusterId = CLUSTER;
        private int release = 21;
        private boolean joinsByItself;
        private String unreachable = "";
        private OptionalInt follows = OptionalInt.empty();
    }

    /** The controller with this id on its first disk. */
    public static VoterKey key(int id) {
        return new VoterKey(id, "dir-" + id);
    }

    /** Where the controller with this id listens. */
    public static ControllerEndpoint endpoint(int id) {
        return new ControllerEndpoint("CONTROLLER", "10.0." + (id - 100) + ".10", 9093);
    }

    /** Voters 101 to 100 plus this number, of which the last leads. */
    public static SimulatedQuorum of(int count) {
        SimulatedQuorum quorum = new SimulatedQuorum();
        for (int id = 101; id <= 100 + count; id++) {
            quorum.controllers.put(key(id), new Controller());
            quorum.voters.add(key(id));
        }
        quorum.leader = Optional.of(key(100 + count));
        return quorum;
    }

    /** A controller that was formatted without initial controllers and observes. */
    public SimulatedQuorum withObserver(int id) {
        return withObserver(key(id));
    }

    public SimulatedQuorum withObserver(VoterKey key) {
        controllers.put(key, new Controller());
        return this;
    }

    /** A broker, which observes the quorum, too. */
    public SimulatedQuorum withBroker(int id) {
        withObserver(id);
        controller(id).registered = false;
        return this;
    }

    /** Something that listens there and belongs to another cluster. */
    public SimulatedQuorum withStranger(String address, String clusterId) {
        strangers.put(address, new ControllerWord(clusterId, OptionalInt.empty(), OptionalInt.of(21), false, ""));
        return this;
    }

    public SimulatedQuorum dead(int id) {
        controller(id).alive = false;
        return this;
    }

    public SimulatedQuorum alive(int id) {
        controller(id).alive = true;
        return this;
    }

    public SimulatedQuorum behind(int id, long records) {
        controller(id).lag = records;
        return this;
    }

    public SimulatedQuorum ofRelease(int id, int metadataVersion) {
        controller(id).release = metadataVersion;
        return this;
    }

    public SimulatedQuorum joiningByItself(int id) {
        controller(id).joinsByItself = true;
        return this;
    }

    /** Its listener cannot be reached from here. */
    public SimulatedQuorum unreachable(int id, String why) {
        controller(id).unreachable = why;
        return this;
    }

    /** By its own word another leads. */
    public SimulatedQuorum following(int id, int other) {
        controller(id).follows = OptionalInt.of(other);
        return this;
    }

    public SimulatedQuorum staticQuorum() {
        level = 0;
        return this;
    }

    public SimulatedQuorum leaderless() {
        leader = Optional.empty();
        return this;
    }

    /** From now on no change is answered. */
    public SimulatedQuorum losingAnswers() {
        losesAnswers = true;
        return this;
    }

    /** Somebody else makes an observer a voter. */
    public SimulatedQuorum votes(VoterKey key) {
        voters.add(key);
        return this;
    }

    /** Somebody else takes a voter out. */
    public SimulatedQuorum left(int id) {
        voters.removeIf(voter -> voter.id() == id);
        return this;
    }

    private Controller controller(int id) {
        return java.util.Objects.requireNonNull(controllers.get(key(id)), "no controller " + id);
    }

    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    public List<VoterKey> voters() {
        return List.copyOf(voters);
    }

    public Optional<VoterKey> leader() {
        return leader;
    }

    /** What a look finds. */
    public MetadataQuorum quorum(MetadataQuorumLook look, Instant now) {
        SortedMap<String, ControllerWord> asked = new TreeMap<>();
        look.others()
                .forEach(address -> asked.put(
                        address,
                        strangers.getOrDefault(address, ControllerWord.silent("Connection to node 0 failed"))));
        List<ControllerView> views = new ArrayList<>();
        controllers.forEach((key, controller) -> views.add(view(key, controller, now)));
        OptionalInt leads = leader.map(VoterKey::id).map(OptionalInt::of).orElse(OptionalInt.empty());
        return new MetadataQuorum(CLUSTER, level, 21, leads, epoch, 4711, views, asked);
    }

    private ControllerView view(VoterKey key, Controller controller, Instant now) {
        boolean votes = voters.contains(key);
        boolean leads = leader.equals(Optional.of(key));
        ControllerView.Role role =
                leads ? ControllerView.Role.LEADER : votes ? ControllerView.Role.VOTER : ControllerView.Role.OBSERVER;
        boolean inSync = controller.alive && controller.lag == 0;
        boolean well =
                inSync && controller.unreachable.isEmpty() && controller.follows.isEmpty() && controller.registered;
        return new ControllerView(
                key,
                role,
                controller.alive ? controller.lag : 120,
                OptionalLong.of(controller.alive ? 40 : 61_000),
                OptionalLong.of(inSync ? 40 : 61_000),
                controller.registered,
                Optional.of(endpoint(key.id())),
                word(controller),
                well ? Optional.of(changed.isAfter(now) ? now : changed) : Optional.empty());
    }

    private ControllerWord word(Controller controller) {
        if (!controller.alive || !controller.unreachable.isEmpty()) {
            return ControllerWord.silent(
                    controller.unreachable.isEmpty() ? "Connection refused" : controller.unreachable);
        }
        OptionalInt leads = leader.map(VoterKey::id).map(OptionalInt::of).orElse(OptionalInt.empty());
        return new ControllerWord(
                controller.clusterId,
                controller.follows.isPresent() ? controller.follows : leads,
                OptionalInt.of(controller.release),
                controller.joinsByItself,
                "");
    }

    /** Carries an effect out, at a time of the simulation. */
    public Reply apply(Effect effect, Instant now) {
        effects.add(effect);
        Reply reply = effect instanceof AddVoter add ? add(add, now) : remove((RemoveVoter) effect, now);
        return losesAnswers ? new Reply.Unknown("The request timed out.") : reply;
    }

    private Reply add(AddVoter add, Instant now) {
        if (!voters().equals(add.expected())) {
            return new Reply.Rejected(Map.of("the quorum", "its voters are others by now; nothing was sent"));
        }
        if (voters.stream().anyMatch(voter -> voter.id() == add.voter().id())) {
            return new Reply.Rejected(Map.of("the quorum", "already part of the set of voters"));
        }
        Controller joiner = controllers.get(add.voter());
        if (joiner == null || !joiner.alive) {
            return new Reply.Unknown("Aborted add voter operation");
        }
        voters.add(add.voter());
        changed = now;
        return new Reply.Accepted();
    }

    private Reply remove(RemoveVoter remove, Instant now) {
        if (!voters().equals(remove.expected())) {
            return new Reply.Rejected(Map.of("the quorum", "its voters are others by now; nothing was sent"));
        }
        voters.remove(remove.voter());
        changed = now;
        if (leader.equals(Optional.of(remove.voter()))) {
            leader = voters.stream()
                    .filter(voter -> controller(voter.id()).alive)
                    .reduce((one, other) -> other);
            epoch++;
        }
        return new Reply.Accepted();
    }
}
