package io.kash.surgery.simulation;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.movement.MoveReplicas;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.Operations;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Request;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One run: a world, the shells in it, and all that is decided by the dice of its seed. */
final class Simulation {
    private static final int MOST_VIOLATIONS = 5;

    private final Dice dice;
    private final Surgery surgery;
    private final Timeline timeline = new Timeline();
    private final Trace trace = new Trace();
    private final KafkaWorld world;
    private final Controller controller;
    private final Settings settings;
    private final Replication replication;
    private final SimStore store;
    private final Books books;
    private final Watch watch;
    private final Chain chain;
    private final Operations operations;
    private final List<Operator> operators = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private Faults faults = Faults.NONE;
    private Cluster clusterBefore;
    private long clusterBeforeAtMillis;
    private int widestWindow = 1;
    private boolean mayBeCancelled;
    private Optional<Request> wanted = Optional.empty();
    private Optional<String> running = Optional.empty();
    private Consumer<Shell> boundary = shell -> {};

    Simulation(Dice dice, KafkaWorld world, Surgery surgery, long lapseMillis) {
        this.dice = dice;
        this.world = world;
        this.surgery = surgery;
        this.controller = new Controller(world);
        this.settings = new Settings(world);
        this.replication = new Replication(world);
        this.store = new SimStore(lapseMillis);
        this.books = new Books(this);
        this.watch = new Watch(this);
        this.chain = new Chain(this);
        this.clusterBefore = world.cluster();
        this.operations = new Operations(quiet(), json(), Clock.fixed(Shell.BEGINNING, ZoneOffset.UTC));
        store.onJournal(chain::grew);
    }

    /** Time begins. */
    void open() {
        books.open();
        timeline.after(KafkaWorld.TICK_MILLIS, this::tick);
    }

    private void tick() {
        clusterBefore = world.cluster();
        // Whoever is shown it does not see what ends in this tick.
        clusterBeforeAtMillis = now() - 1;
        replication.tick(now());
        store.tick(now());
        watch.look();
        timeline.after(KafkaWorld.TICK_MILLIS, this::tick);
    }

    /** Asks again and again, until the answer is that it is over. */
    void directedBy(java.util.function.BooleanSupplier over, long everyMillis) {
        after(everyMillis, () -> direct(over, everyMillis));
        timeline.await();
    }

    private void direct(java.util.function.BooleanSupplier over, long everyMillis) {
        if (over.getAsBoolean()) {
            timeline.wakeDirector();
        } else {
            after(everyMillis, () -> direct(over, everyMillis));
        }
    }

    /** Time ends; shells that still run end with it. */
    String close() {
        timeline.end();
        return trace.fingerprint();
    }

    /** A shell begins to work. */
    Operator start(String name, java.util.function.Function<Operator, Operator.Result> command) {
        Operator operator = new Operator(new Shell(name, this), surgery, store);
        operators.add(operator);
        timeline.start(() -> {
            try {
                operator.run(() -> command.apply(operator));
            } catch (RuntimeException e) {
                violated(name + " fails with " + e);
                if (Boolean.getBoolean("kash.stacks")) {
                    e.printStackTrace();
                }
            }
        });
        return operator;
    }

    void violated(String what) {
        say("VIOLATION", what);
        if (violations.size() < MOST_VIOLATIONS) {
            violations.add(what);
        }
    }

    List<String> violations() {
        return violations;
    }

    List<Operator> operators() {
        return operators;
    }

    Trace trace() {
        return trace;
    }

    void say(String who, String what) {
        trace.add(now(), who, what);
    }

    long now() {
        return timeline.now();
    }

    void sleep(long millis) {
        timeline.sleep(millis);
    }

    void after(long millis, Runnable task) {
        timeline.after(millis, task);
    }

    boolean chance(int perMille) {
        return perMille > 0 && dice.chance(perMille);
    }

    int between(int low, int high) {
        return dice.between(low, high);
    }

    Faults faults() {
        return faults;
    }

    void faults(Faults from) {
        faults = from;
    }

    /** Called wherever a process may die. */
    void onBoundary(Consumer<Shell> called) {
        boundary = called;
    }

    void boundary(Shell shell, String what) {
        if (what.contains("write") || what.contains("claim") || what.contains("effect")) {
            boundary.accept(shell);
        }
    }

    KafkaWorld world() {
        return world;
    }

    Controller controller() {
        return controller;
    }

    Settings settings() {
        return settings;
    }

    SimStore store() {
        return store;
    }

    QuietStore quiet() {
        return new QuietStore(store);
    }

    Books books() {
        return books;
    }

    Watch watch() {
        return watch;
    }

    Json json() {
        return Surgery.json();
    }

    Cluster clusterBefore() {
        return clusterBefore;
    }

    long clusterBeforeAtMillis() {
        return clusterBeforeAtMillis;
    }

    /** A shell begins to carry this operation out. */
    void runs(Operation operation) {
        running = Optional.of(operation.id().text());
        widestWindow = Math.max(widestWindow, operation.plan().cost().window());
    }

    /** What the run is about now. */
    void prefers(Request request) {
        wanted = Optional.of(request);
    }

    /** One that was left and owes something; else the one of the request the run is about; else the last. */
    Optional<Operation> operation() {
        List<Operation> all = new ArrayList<>(operations.list());
        Collections.reverse(all);
        return all.stream()
                .filter(Operation::owes)
                .findFirst()
                .or(() -> all.stream()
                        .filter(one -> running.equals(Optional.of(one.id().text())))
                        .filter(one -> !one.status().ended() || asked(one))
                        .findFirst())
                .or(() -> all.stream().filter(this::asked).findFirst());
    }

    private boolean asked(Operation operation) {
        return wanted.equals(Optional.of(operation.plan().request()));
    }

    List<Operation> allOperations() {
        return operations.list();
    }

    int widestWindow() {
        return widestWindow;
    }

    /** Operators may widen it. */
    int window(int wanted) {
        widestWindow = Math.max(widestWindow, wanted);
        return wanted;
    }

    /** Whether the plan of an operation has it go where it goes, in whatever order: that says only who is to lead. */
    boolean wanted(SimPartition partition) {
        return operations.list().stream()
                .flatMap(operation -> operation.plans().stream())
                .flatMap(plan -> plan.steps().stream())
                .filter(MoveReplicas.class::isInstance)
                .flatMap(step -> ((MoveReplicas) step).moves().stream())
                .anyMatch(move -> move.partition().equals(partition.name)
                        && Set.copyOf(move.to()).equals(Set.copyOf(partition.target())));
    }

    boolean mayBeCancelled() {
        return mayBeCancelled;
    }

    void letBeCancelled() {
        mayBeCancelled = true;
    }

    /** Whether the last line of a journal holds this text. */
    boolean journalEndsWith(String text) {
        return chain.endsWith(text);
    }

    /** Whether the value, or that there is none, stands in a journal as found, so that changing it is no offence. */
    boolean journaled(String key, Optional<String> value) {
        return chain.found(key, value);
    }
}
