package io.kash.bench.mover;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.lab.Mode;
import io.kash.lab.TopicSpec;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.local.LocalFiles;
import io.kash.surgery.environment.ByteRate;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.ThrottlesLook;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.ControlRecord;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.Witness;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.problem.Problem;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * How soon an operation heeds what another shell asks of it: from the word in the store to the rate on every broker, and
 * to the window, the pause and its end in the journal. Real brokers, while replicas are copied.
 */
public final class LiveWords {
    private static final int ROUNDS = 20;
    private static final long PATIENCE_SECONDS = 30;

    private final Connection connection;
    private final LiveOperation operations;
    private final Store store;
    private final PrintStream out;
    private final BlockingQueue<Event> journal = new LinkedBlockingQueue<>();
    private final CompletableFuture<ControlRecord> begun = new CompletableFuture<>();

    private LiveWords(Connection connection, Store store, PrintStream out) {
        this.connection = connection;
        this.operations = new LiveOperation(connection, store);
        this.store = store;
        this.out = out;
    }

    public static void main(String[] words) throws Exception {
        Store store = new LocalFiles(Files.createTempDirectory("kash-bench"));
        LabSpec spec = LabSpec.bare()
                .withMode(Mode.KRAFT)
                .withQuorum(1)
                .withNewBrokers(3)
                .withTopics(List.of(new TopicSpec("large", 24, 600_000_000)));
        try (Lab lab = LiveOperation.lab(spec);
                Connection connection = LiveOperation.connect(lab, store)) {
            new LiveWords(connection, store, System.out).measure();
        }
    }

    private void measure() throws Exception {
        MoveRequest request = new MoveRequest(
                "bench",
                new TreeSet<>(LiveOperation.OLD),
                new TreeSet<>(LiveOperation.NEW),
                List.of(),
                ByteRate.of("1MB/s"),
                6,
                1);
        CompletableFuture<Void> run =
                CompletableFuture.runAsync(() -> operations.carryOut(request, (runner, operation, lock) -> {
                    ControlRecord asked = record(operation);
                    begun.complete(asked);
                    return runner.run(operation, lock, asked::read, new Journal());
                }));
        ControlRecord asked = begun.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        await(event -> event instanceof Event.Intended);
        // Whoever has never looked yet takes a second for that alone.
        var unused = throttles();
        List<Double> rates = new ArrayList<>();
        List<Double> windows = new ArrayList<>();
        List<Double> pauses = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            long rate = 1_000_000L + 1_000L * round;
            int window = 1 + round % 6;
            rates.add(seconds(
                    asked, control -> control.with(control.limits().withRate(rate), "bench"), () -> awaitRate(rate)));
            windows.add(seconds(
                    asked,
                    control -> control.with(control.limits().withWindow(window), "bench"),
                    () -> await(event -> event instanceof Event.Adjusted adjusted
                            && adjusted.limits().window().orElse(0) == window)));
            pauses.add(seconds(
                    asked,
                    control -> control.with(Control.Wish.PAUSE, "bench"),
                    () -> await(event -> event instanceof Event.Paused)));
            ends.add(seconds(
                    asked,
                    control -> control.with(Control.Wish.RUN, "bench"),
                    () -> await(event -> event instanceof Event.WentOn)));
        }
        asked.change(control -> control.with(Control.Wish.CANCEL, "enough was seen"));
        run.get(10 * PATIENCE_SECONDS, TimeUnit.SECONDS);
        print("rate, set on all six brokers", rates);
        print("window, journaled", windows);
        print("pause, journaled", pauses);
        print("end of a pause, journaled", ends);
    }

    private ControlRecord record(Operation operation) {
        return new ControlRecord(store, operations.json(), operation.id());
    }

    /** Something that is waited for. */
    @FunctionalInterface
    private interface Sight {
        void await() throws InterruptedException;
    }

    private double seconds(ControlRecord asked, UnaryOperator<Control> word, Sight sight) throws InterruptedException {
        journal.clear();
        long begin = System.nanoTime();
        asked.change(word);
        sight.await();
        return (System.nanoTime() - begin) / 1e9;
    }

    private void await(Predicate<Event> wanted) throws InterruptedException {
        Optional<Event> next;
        do {
            next = Optional.ofNullable(journal.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } while (!wanted.test(next.orElseThrow(() -> new IllegalStateException("it was not heeded"))));
    }

    /** Asks the brokers again and again; what that takes counts. */
    private void awaitRate(long rate) {
        String wanted = Long.toString(rate);
        boolean set;
        do {
            Throttles throttles = throttles();
            set = LiveOperation.OLD.stream().allMatch(broker -> has(throttles, broker, wanted))
                    && LiveOperation.NEW.stream().allMatch(broker -> has(throttles, broker, wanted));
        } while (!set);
    }

    private Throttles throttles() {
        return connection
                .observer()
                .read(Scope.of(new ThrottlesLook(Selection.of(List.of("large")))))
                .part(Throttles.class);
    }

    private static boolean has(Throttles throttles, BrokerId broker, String rate) {
        return throttles
                        .ofBroker(broker, Throttles.LEADER_RATE)
                        .filter(rate::equals)
                        .isPresent()
                && throttles
                        .ofBroker(broker, Throttles.FOLLOWER_RATE)
                        .filter(rate::equals)
                        .isPresent();
    }

    private void print(String what, List<Double> seconds) {
        seconds.sort(null);
        out.printf(
                "%-30s median %.2f s, most %.2f s of %d%n",
                what, seconds.get(seconds.size() / 2), seconds.get(seconds.size() - 1), seconds.size());
    }

    /** What is journaled. */
    private final class Journal implements Witness {
        @Override
        public void saw(Sighting sighting) {}

        @Override
        public void trouble(Instant at, Problem problem) {
            out.println("    " + problem.what() + ": " + problem.why());
        }

        @Override
        public void waits(Instant at, String why) {}

        @Override
        public void wrote(Event event) {
            journal.add(event);
        }
    }
}
