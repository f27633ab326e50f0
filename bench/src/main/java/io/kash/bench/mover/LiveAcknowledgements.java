package io.kash.bench.mover;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.lab.Mode;
import io.kash.lab.TopicSpec;
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.local.LocalFiles;
import io.kash.surgery.environment.ByteRate;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.References;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.TopicGlob;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.Runner;
import io.kash.surgery.traffic.CanaryTopic;
import io.kash.surgery.traffic.CanaryTopic.Fate;
import io.kash.surgery.traffic.Chronicle;
import io.kash.surgery.traffic.Clients;
import io.kash.surgery.traffic.Governor;
import io.kash.surgery.traffic.LiveChronicle;
import io.kash.surgery.traffic.client.KafkaCanaryTopic;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long clients of real brokers wait for their acknowledgements: at rest, and while data moves to and fro between
 * three brokers and three others, in turn under a throttle that stays as it is and under one that follows. Two clients
 * write twenty-five records a second to each of three partitions, with acks=all: to partitions that stay where they are,
 * beside the copies, and to partitions that move, whose leaders change hands.
 */
public final class LiveAcknowledgements {
    private static final String STAYS = "stays";
    private static final String MOVES = "moves";
    private static final List<TopicGlob> MOVED =
            List.of(new TopicGlob("large"), new TopicGlob(MOVES), new TopicGlob(LabSpec.CANARY));
    private static final int PARTITIONS = 3;
    private static final long BETWEEN_MILLIS = 40;
    /** What takes longer is cancelled. */
    private static final long MOST_SECONDS = Long.getLong("most", 240);

    private static final Control ENOUGH = Control.RUN.with(Control.Wish.CANCEL, "enough was seen");
    private static final long AT_REST_SECONDS = Long.getLong("rest", 60);

    private final Connection connection;
    private final LiveOperation operations;
    private final ByteRate rate;
    private final PrintStream out;
    private final SortedMap<String, Queue<Long>> waitedNanos = new TreeMap<>();

    private LiveAcknowledgements(Connection connection, Store store, ByteRate rate, PrintStream out) {
        this.connection = connection;
        this.operations = new LiveOperation(connection, store);
        this.rate = rate;
        this.out = out;
        List.of(STAYS, MOVES).forEach(topic -> waitedNanos.put(topic, new ConcurrentLinkedQueue<>()));
    }

    public static void main(String[] words) throws IOException {
        ByteRate rate = ByteRate.of(System.getProperty("rate", "80MB/s"));
        long bytes = Long.getLong("megabytes", 900) * 1_000_000;
        LabSpec spec = LabSpec.bare()
                .withMode(Mode.KRAFT)
                .withQuorum(1)
                .withNewBrokers(3)
                .withCanary(true)
                .withTopics(List.of(
                        new TopicSpec("large", Integer.getInteger("partitions", 48), bytes),
                        new TopicSpec(STAYS, PARTITIONS, 0),
                        new TopicSpec(MOVES, PARTITIONS, 0)));
        Store store = new LocalFiles(Files.createTempDirectory("kash-bench"));
        ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor();
        try (Lab lab = LiveOperation.lab(spec);
                Connection connection = LiveOperation.connect(lab, store);
                CanaryTopic stays =
                        KafkaCanaryTopic.opener(References.ofProcess()).open(connection.environment(), STAYS);
                CanaryTopic moves =
                        KafkaCanaryTopic.opener(References.ofProcess()).open(connection.environment(), MOVES)) {
            LiveAcknowledgements race = new LiveAcknowledgements(connection, store, rate, System.out);
            var unused =
                    beat.scheduleAtFixedRate(() -> race.write(stays, STAYS), 0, BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
            var unusedEither = beat.scheduleAtFixedRate(
                    () -> race.write(moves, MOVES), BETWEEN_MILLIS / 2, BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(10));
            for (int round = 0; round < Integer.getInteger("rounds", 1); round++) {
                boolean first = Boolean.getBoolean("follows-first") != (round % 2 == 1);
                race.rest();
                race.move(LiveOperation.OLD, LiveOperation.NEW, first);
                race.rest();
                race.move(LiveOperation.NEW, LiveOperation.OLD, !first);
            }
            beat.shutdownNow();
        } finally {
            beat.shutdownNow();
        }
    }

    private void write(CanaryTopic probe, String topic) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            long sent = System.nanoTime();
            probe.send(partition, "probe", fate -> told(topic, fate, System.nanoTime() - sent));
        }
    }

    private void told(String topic, Fate fate, long nanos) {
        if (fate != Fate.ACKNOWLEDGED) {
            out.println("    a record is " + fate);
        }
        Objects.requireNonNull(waitedNanos.get(topic)).add(nanos);
    }

    private void rest() {
        waitedNanos.values().forEach(Queue::clear);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(AT_REST_SECONDS));
        report("at rest", (double) AT_REST_SECONDS);
    }

    private void report(String what, double seconds) {
        waitedNanos.forEach((topic, waited) -> {
            List<Long> all = new ArrayList<>(waited);
            all.sort(null);
            out.printf(
                    "%-14s %6.1f s  what %s: %5d records  p50 %4d ms  p99 %5d ms  p99.9 %5d ms  most %5d ms%n",
                    what,
                    seconds,
                    topic,
                    all.size(),
                    within(0.5, all),
                    within(0.99, all),
                    within(0.999, all),
                    within(1, all));
        });
    }

    private static long within(double share, List<Long> sorted) {
        return TimeUnit.NANOSECONDS.toMillis(sorted.get((int) Math.ceil(sorted.size() * share) - 1));
    }

    private void move(List<BrokerId> from, List<BrokerId> to, boolean follows) {
        MoveRequest request = new MoveRequest("bench", new TreeSet<>(from), new TreeSet<>(to), MOVED, rate, 6, 1);
        operations.carryOut(request, (runner, operation, lock) -> carryOut(runner, operation, lock, follows));
    }

    /** Both with a canary; it is asked in one of them. */
    private Ending carryOut(Runner runner, Operation operation, OperationLock lock, boolean follows) {
        LiveChronicle.Tools tools = new LiveChronicle.Tools(
                operations.json(),
                Clock.systemUTC(),
                System::nanoTime,
                LiveOperation.TICKER,
                KafkaCanaryTopic.opener(References.ofProcess()));
        try (Chronicle chronicle = tools.chronicler().begin(connection, operation)) {
            Clients clients = follows ? chronicle.clients() : Clients.UNWATCHED;
            waitedNanos.values().forEach(Queue::clear);
            long begun = System.nanoTime();
            Governor governor = new Governor(
                    () -> (System.nanoTime() - begun) / 1e9 > MOST_SECONDS ? ENOUGH : Control.RUN,
                    clients,
                    connection.observer(),
                    operation,
                    Governor.LEAST_BYTES_PER_SECOND);
            Ending ending = runner.run(operation, lock, governor, governor);
            report(follows ? "following" : "as it is set", (System.nanoTime() - begun) / 1e9);
            tell(operation);
            return ending;
        }
    }

    private void tell(Operation operation) {
        operation.lines().forEach(line -> {
            if (line.event() instanceof Event.Adjusted adjusted) {
                out.println("    " + line.at() + " "
                        + adjusted.limits().bytesPerSecond().orElse(0) + " B/s: " + adjusted.why());
            }
        });
    }
}
