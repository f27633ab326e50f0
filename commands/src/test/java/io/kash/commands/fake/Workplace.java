package io.kash.commands.fake;

import io.kash.commands.Verbs;
import io.kash.commands.audit.AuditTrail;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.evidence.EvidenceRoom;
import io.kash.commands.session.Batch;
import io.kash.commands.session.FirstSeenHere;
import io.kash.commands.session.Interrupts;
import io.kash.commands.terminal.Prompter;
import io.kash.commands.terminal.Screen;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.surgery.audit.SessionJournal;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.environment.ByteRate;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.IdentityPins;
import io.kash.surgery.environment.Percentage;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.fake.FakeConnection;
import io.kash.surgery.fake.SampleEnvironment;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.TestTime;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.Repertoire;
import io.kash.surgery.pairing.KeyFile;
import io.kash.surgery.pairing.Operator;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Request;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import io.kash.surgery.repertoire.Repertoires;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A shell in front of a simulated cluster: lines are typed, screens are read. The {@code with} methods return a shell of
 * the same cluster and store, with a screen that is still empty.
 */
public record Workplace(SimulatedCluster cluster, FakeSession session, OperatingRoom room) {
    private static final AuditTrail TRAIL =
            new AuditTrail(environment -> new SessionJournal(Path.of("no-such-directory", environment)), "bastion-ada");
    public static final String OPERATOR = "ada@bastion (4711)";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T14:02:07Z"), ZoneOffset.UTC);

    /** In the lab, whose protection is {@code confirm}, at a terminal of 120 columns with nobody to ask. */
    public static Workplace of(SimulatedCluster cluster) {
        return in(environment(Protection.CONFIRM), cluster);
    }

    public static Workplace in(Environment environment, SimulatedCluster cluster) {
        Repertoire repertoire = Repertoires.standard();
        OperatingRoom room = new OperatingRoom(
                repertoire,
                repertoire.json(),
                new IdentityPins(Path.of("no-such-directory")),
                CLOCK,
                () -> 0L,
                duration -> {},
                new Operator(OPERATOR, "shell-1", new KeyFile(Path.of("no-such-key"))),
                EvidenceRoom.NONE);
        return new Workplace(cluster, FakeSession.on(new FakeConnection(environment, cluster, cluster)), room);
    }

    /** The lab with the fleets of {@link #oldAndNew()}, a throttle of at most 10 MB/s, pinned to that cluster. */
    public static Environment environment(Protection protection) {
        return environment(
                protection,
                Map.of(
                        "old", new Environment.Fleet(List.of(1, 2, 3)),
                        "new", new Environment.Fleet(List.of(11, 12, 13))));
    }

    public static Environment environment(Protection protection, Map<String, Environment.Fleet> fleets) {
        return SampleEnvironment.of("lab", protection, "10.0.0.1:9092")
                .pinned("cluster-1")
                .fleets(fleets)
                .limits(new Environment.Limits(ByteRate.of("10MB/s"), new Percentage(10)))
                .done();
    }

    /** Three old brokers with two topics and three empty new ones, in three zones. */
    public static SimulatedCluster oldAndNew() {
        return new SimulatedCluster()
                .withBroker(1, "a")
                .withBroker(2, "b")
                .withBroker(3, "c")
                .withBroker(11, "a")
                .withBroker(12, "b")
                .withBroker(13, "c")
                .withTopic("orders", 2, 10_000_000, 1, 2, 3)
                .withTopic("payments", 1, 20_000_000, 1, 2, 3);
    }

    /** The same place where time goes by, as told, for another operator. */
    public Workplace at(TestTime time, Operator operator) {
        OperatingRoom theirs = new OperatingRoom(
                room.repertoire(), room.json(), room.pins(), time, time, time, operator, room.evidence());
        return new Workplace(cluster, session.with(RecordingScreen.terminal(120)), theirs);
    }

    public Workplace with(Screen screen) {
        return new Workplace(cluster, session.with(screen), room);
    }

    public Workplace with(Prompter prompter) {
        return again(session.with(prompter));
    }

    public Workplace with(Batch batch) {
        return again(session.with(batch));
    }

    public Workplace with(Interrupts interrupts) {
        return again(session.with(interrupts));
    }

    public Workplace answering(String... answers) {
        return with(FakePrompter.answering(answers));
    }

    private Workplace again(FakeSession other) {
        return new Workplace(cluster, other.with(session.recording().another()), room);
    }

    /** Runs a command as typed, words apart by single blanks. */
    public Outcome run(String line) {
        List<String> words = List.of(line.split(" ", -1));
        for (int taken = words.size(); taken > 0; taken--) {
            String name = String.join(" ", words.subList(0, taken));
            Optional<Verb> verb = verbs().filter(candidate -> names(candidate).anyMatch(name::equals))
                    .findFirst();
            if (verb.isPresent()) {
                return Typed.run(verb.get(), words.subList(taken, words.size()).toArray(String[]::new));
            }
        }
        throw new AssertionError("no such command: " + line);
    }

    private Stream<Verb> verbs() {
        return Verbs.of(session, new FirstSeenHere(), room, TRAIL).stream();
    }

    private static Stream<String> names(Verb verb) {
        return Stream.concat(Stream.of(verb.getName()), verb.signature().aliases().stream());
    }

    /** The questions that were asked. */
    public List<String> questions() {
        return ((FakePrompter) session.prompter()).questions();
    }

    /** The problem that a command ends with. */
    public Problem problem(String line) {
        try {
            throw new AssertionError(line + " ended with " + run(line) + "\n" + notes());
        } catch (ProblemException e) {
            return e.problem();
        }
    }

    /** Standard error so far. */
    public String notes() {
        return session.recording().notes();
    }

    /** Standard output so far. */
    public String data() {
        return session.recording().data();
    }

    public String progress() {
        return session.recording().progress();
    }

    public Store store() {
        return session.connection().store();
    }

    public List<Operation> operations() {
        return room.operations(session.connection()).list();
    }

    /** The operation there is, the only one. */
    public Operation operation() {
        List<Operation> all = operations();
        if (all.size() != 1) {
            throw new AssertionError("one operation was expected, not " + all.size());
        }
        return all.get(0);
    }

    /** What {@code topics move --to-new} asks for in the lab. */
    public static MoveRequest toNew() {
        return new MoveRequest(
                "topics move --to-new",
                new TreeSet<>(SimulatedCluster.brokers(1, 2, 3)),
                new TreeSet<>(SimulatedCluster.brokers(11, 12, 13)),
                List.of(),
                ByteRate.of("10MB/s"),
                6,
                10);
    }

    /** The plan a request gets now. */
    public Plan plan(Request request) {
        Proposal proposal = room.repertoire().plan(room.json(), "lab", request, cluster.snapshot());
        return ((Proposal.Proposed) proposal).plan();
    }

    /** The four digits of that plan's hash. */
    public String hash(Request request) {
        return room.json().hash(plan(request)).brief();
    }
}
