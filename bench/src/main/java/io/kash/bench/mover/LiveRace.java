package io.kash.bench.mover;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.lab.Mode;
import io.kash.lab.ToolRun;
import io.kash.lab.TopicSpec;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.local.LocalFiles;
import io.kash.surgery.environment.ByteRate;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.ElectPreferred;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.movement.MoveReplicas;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.Witness;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.problem.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/**
 * Real brokers, the replication throttle as their network: everything moves from three brokers to three others by the
 * product, back at once by Kafka's own tool, to the others again in batches of ten by Kafka's own tool, and so on.
 */
public final class LiveRace {
    private static final String TOOL = "org.apache.kafka.tools.reassign.ReassignPartitionsCommand";

    private final Lab lab;
    private final Connection connection;
    private final LiveOperation operations;
    private final ByteRate rate;
    private final PrintStream out;

    private LiveRace(Lab lab, Connection connection, Store store, ByteRate rate, PrintStream out) {
        this.lab = lab;
        this.connection = connection;
        this.operations = new LiveOperation(connection, store);
        this.rate = rate;
        this.out = out;
    }

    public static void main(String[] words) throws IOException {
        ByteRate rate = ByteRate.of(System.getProperty("rate", "3MB/s"));
        long scale = Long.getLong("megabytes", 300) * 1_000_000 / 100;
        List<TopicSpec> topics = new ArrayList<>();
        for (int number = 1; number <= 8; number++) {
            topics.add(new TopicSpec("large-" + number, 1, scale * (2 + number)));
        }
        topics.add(new TopicSpec("many", 24, scale * 28));
        topics.add(new TopicSpec("tiny", 24, scale));
        LabSpec spec = LabSpec.bare()
                .withMode(Boolean.getBoolean("zookeeper") ? Mode.ZOOKEEPER : Mode.KRAFT)
                .withQuorum(1)
                .withNewBrokers(3)
                .withTopics(topics);
        Store store = new LocalFiles(Files.createTempDirectory("kash-bench"));
        try (Lab lab = LiveOperation.lab(spec);
                Connection connection = LiveOperation.connect(lab, store)) {
            LiveRace race = new LiveRace(lab, connection, store, rate, System.out);
            for (int round = 0; round < Integer.getInteger("rounds", 1); round++) {
                race.timed("kash", LiveOperation.OLD, LiveOperation.NEW, race::withProduct);
                race.timed(
                        "everything at once",
                        LiveOperation.NEW,
                        LiveOperation.OLD,
                        (from, to) -> race.withTool(from, to, Integer.MAX_VALUE));
                race.timed(
                        "batches of ten",
                        LiveOperation.OLD,
                        LiveOperation.NEW,
                        (from, to) -> race.withTool(from, to, 10));
                race.timed("kash", LiveOperation.NEW, LiveOperation.OLD, race::withProduct);
            }
        }
    }

    /** Some way to move everything. */
    private interface Way {
        void move(List<BrokerId> from, List<BrokerId> to) throws IOException;
    }

    private void timed(String name, List<BrokerId> from, List<BrokerId> to, Way way) throws IOException {
        settle();
        double limit = limit();
        long begun = System.nanoTime();
        way.move(from, to);
        double seconds = (System.nanoTime() - begun) / 1e9;
        boolean there = cluster().partitions().allMatch(partition -> to.containsAll(partition.replicas()));
        out.printf(
                "%-20s %7.1f s   limit %6.1f s   E %.3f   %s%n",
                name, seconds, limit, limit / seconds, there ? "all there" : "NOT ALL THERE");
    }

    private Cluster cluster() {
        return connection
                .observer()
                .read(Scope.of(new ClusterLook(Selection.all())))
                .part(Cluster.class);
    }

    /** Every partition led by its first replica, as a rested cluster is. */
    private void settle() {
        TreeSet<TopicPartition> all = new TreeSet<>();
        cluster().partitions().forEach(partition -> all.add(partition.name()));
        var unused = connection.hands().apply(new ElectPreferred(all), new Unguarded());
        LockSupport.parkNanos(5_000_000_000L);
    }

    /** Everything goes from three brokers to three others. */
    private double limit() {
        Disks disks = connection
                .observer()
                .read(Scope.of(new DisksLook(Selection.all())))
                .part(Disks.class);
        double all = 0;
        double largest = 0;
        for (Partition partition : cluster().partitions().toList()) {
            double bytes = disks.bytes(partition.name());
            all += bytes;
            largest = Math.max(largest, bytes * partition.replicas().size());
        }
        return Math.max(all, largest) / rate.bytesPerSecond();
    }

    private void withProduct(List<BrokerId> from, List<BrokerId> to) {
        MoveRequest request = new MoveRequest(
                "bench",
                new TreeSet<>(from),
                new TreeSet<>(to),
                List.of(),
                rate,
                Integer.getInteger("per-broker", 6),
                1);
        operations.carryOut(
                request, (runner, operation, lock) -> runner.run(operation, lock, () -> Control.RUN, new Told()));
    }

    /** Kafka's own tool; the next batch when the one before has arrived. */
    private void withTool(List<BrokerId> from, List<BrokerId> to, int size) throws IOException {
        List<String> all = new ArrayList<>();
        for (Topic topic : cluster().topics().values()) {
            for (Partition partition : topic.partitions()) {
                List<String> target = partition.replicas().stream()
                        .map(broker -> to.get(from.indexOf(broker)).toString())
                        .toList();
                all.add("{\"topic\":\"" + topic.name() + "\",\"partition\":"
                        + partition.name().partition() + ",\"replicas\":[" + String.join(",", target) + "]}");
            }
        }
        for (int first = 0; first < all.size(); first += Math.min(size, all.size())) {
            List<String> batch = all.subList(first, Math.min(all.size(), first + Math.min(size, all.size())));
            Path file = Files.createTempFile("reassign", ".json");
            Files.writeString(file, "{\"version\":1,\"partitions\":[" + String.join(",", batch) + "]}");
            tool(file, "--execute", "--throttle", Long.toString(rate.bytesPerSecond()));
            while (cluster().partitions().anyMatch(Partition::reassigning)) {
                LockSupport.parkNanos(500_000_000L);
            }
            if (first + size >= all.size() || size > all.size()) {
                tool(file, "--verify");
            }
        }
    }

    private void tool(Path file, String... words) {
        List<String> all = new ArrayList<>(
                List.of("--bootstrap-server", lab.bootstrap(), "--reassignment-json-file", file.toString()));
        all.addAll(List.of(words));
        ToolRun run = lab.runTool(TOOL, all.toArray(String[]::new));
        if (run.exitCode() != 0) {
            throw new IllegalStateException(run.output());
        }
    }

    /** Counts what the product sends. */
    private final class Told implements Witness {
        private final SortedMap<String, Integer> effects = new TreeMap<>();
        private int told;
        private final long begun = System.nanoTime();
        private double firstSent = -1;

        private double seconds() {
            return (System.nanoTime() - begun) / 1e9;
        }

        @Override
        public void saw(Sighting sighting) {
            if (sighting.step() instanceof MoveReplicas && told++ % 40 == 0) {
                out.printf(
                        "    %6.1f s  %d of %d bytes, %d in flight%n",
                        seconds(),
                        sighting.progress().done(),
                        sighting.progress().total(),
                        sighting.progress().inFlight());
            }
        }

        @Override
        public void trouble(Instant at, Problem problem) {
            out.println("    " + problem.what() + ": " + problem.why());
        }

        @Override
        public void waits(Instant at, String why) {
            out.println("    waits: " + why);
        }

        @Override
        public void wrote(Event event) {
            if (event instanceof Event.Intended intended) {
                effects.merge(intended.effect().kind().toString(), 1, Integer::sum);
                if (intended.effect() instanceof AlterReassignments && firstSent < 0) {
                    firstSent = seconds();
                }
            } else if (event instanceof Event.Answered answered
                    && !answered.answer().equals("accepted")) {
                out.println("    " + answered);
            } else if (event instanceof Event.StepDone) {
                out.printf(
                        "    a step is done after %.1f s; the first move was sent after %.1f s%n",
                        seconds(), firstSent);
            } else if (event instanceof Event.Finished) {
                out.println("    " + effects);
            }
        }
    }
}
