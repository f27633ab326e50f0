package io.kash.surgery.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.fake.Clusters;
import io.kash.surgery.fake.FakeConnection;
import io.kash.surgery.fake.FakeObserver;
import io.kash.surgery.fake.SampleEnvironment;
import io.kash.surgery.fake.SampleEnvironments;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Groups;
import io.kash.surgery.kafka.Offsets;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.traffic.Claim.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A chronicle over a cluster that a test shows it, without Kafka. */
@Timeout(30)
class LiveChronicleTest {
    private static final String CANARY = "kash-canary";

    private final FakeObserver observer = Clusters.oldAndNew()
            .topic(CANARY, 2, Clusters.ids(1, 2, 3))
            .observer()
            .with(new Groups(new TreeMap<>()));
    private final BeatingTopic topic = new BeatingTopic();
    private Optional<String> canary = Optional.of(CANARY);
    private FakeConnection connection = connection();

    LiveChronicleTest() {
        ends(100);
    }

    @Test
    void a_finished_operation_has_its_claims_its_canary_and_both_sides_of_the_comparison() throws Exception {
        Operation operation = operation();

        Evidence evidence = chronicle(operation, true, new Ending.Finished(moved()));

        assertThat(evidence.testimony().claims())
                .as("%s", evidence.testimony())
                .allMatch(claim -> claim.verdict() == Verdict.HOLDS)
                .hasSize(12);
        assertThat(evidence.testimony().canary().orElseThrow().acknowledged()).isPositive();
        assertThat(evidence.before()).isPresent();
        assertThat(evidence.testimony().after()).isPresent();
        assertThat(evidence.families()).containsEntry(1, Family.OLD).containsEntry(11, Family.NEW);
        assertThat(evidence.testimony().notes()).isEmpty();
        assertThat(topic.closed).isTrue();
    }

    @Test
    void anybody_puts_the_same_evidence_together_from_the_store() throws Exception {
        Operation operation = operation();
        Evidence evidence = chronicle(operation, true, new Ending.Finished(moved()));

        assertThat(new Dossier(surgeon().json()).of(connection, operation)).isEqualTo(evidence);
    }

    @Test
    void what_was_there_before_is_kept_once_and_compared_after_every_later_run() throws Exception {
        Operation operation = operation();
        chronicle(operation, true, new Ending.Stopped("the operator asked it to stop"));
        ends(99);

        Evidence evidence = chronicle(operation, true, new Ending.Stopped("the operator asked it to stop"));

        Claim ends = claim(evidence, "end-offsets");
        assertThat(ends.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(ends.facts()).contains("orders-0 ended at 100 and ends at 99");
        assertThat(evidence.testimony().finished()).isFalse();
        assertThat(evidence.testimony().ending()).isEqualTo("the operator asked it to stop");
        assertThat(evidence.testimony().canary().orElseThrow().runs()).hasSize(2);
    }

    @Test
    void without_its_topic_the_canary_is_silent_and_says_who_makes_one() throws Exception {
        canary = Optional.of("nobody-made-this");
        connection = connection();

        Evidence evidence = chronicle(operation(), false, new Ending.Finished(moved()));

        assertThat(claim(evidence, "acknowledged-records").facts())
                .containsExactly("the canary could not write: what is said of records rests on watermarks");
        assertThat(topic.log()).isEmpty();
    }

    @Test
    void an_operation_left_at_once_is_not_looked_at_any_more() throws Exception {
        Evidence evidence = chronicle(operation(), true, new Ending.Left("the operator left"));

        assertThat(evidence.testimony().finished()).isFalse();
        assertThat(evidence.testimony().after()).isEmpty();
        assertThat(evidence.testimony().claims()).allMatch(claim -> claim.verdict() == Verdict.NOT_KNOWN);
    }

    @Test
    void a_cluster_that_does_not_answer_stops_nothing_and_is_a_note() throws Exception {
        Operation operation = operation();
        observer.failing(Cluster.class, Problem.failed("cannot read the brokers and topics", "", "nobody answers", ""));

        Evidence evidence = chronicle(operation, false, new Ending.Stopped("nobody answers"));

        assertThat(evidence.testimony().notes())
                .contains(
                        "what was there before could not be kept: cannot read the brokers and topics: nobody answers",
                        "what is there after could not be seen: cannot read the brokers and topics: nobody answers");
        assertThat(evidence.testimony().broken()).isFalse();
    }

    @Test
    void what_nobody_foresaw_stops_nothing_and_is_a_note() throws Exception {
        Operation operation = operation();
        topic.whenRead = () -> {
            throw new IllegalStateException("nobody foresaw it");
        };

        Evidence evidence = chronicle(operation, true, new Ending.Stopped("the operator asked it to stop"));

        assertThat(evidence.testimony().notes())
                .contains("the evidence could not be put together: java.lang.IllegalStateException: nobody foresaw it");
        assertThat(evidence.testimony().claims()).allMatch(claim -> claim.verdict() == Verdict.NOT_KNOWN);
    }

    @Test
    void samples_are_rarer_the_longer_an_operation_takes() {
        assertThat(SampleRun.between(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(2));
        assertThat(SampleRun.between(Duration.ofHours(1))).isEqualTo(Duration.ofMillis(7_200));
        assertThat(SampleRun.between(Duration.ofDays(9))).isEqualTo(Duration.ofSeconds(60));
    }

    private Evidence chronicle(Operation operation, boolean beats, Ending ending) throws Exception {
        LiveChronicle.Tools tools = new LiveChronicle.Tools(
                surgeon().json(), Surgeon.CLOCK, () -> 0L, duration -> {}, (environment, name) -> topic);
        topic.closed = false;
        topic.beaten = new CountDownLatch(1);
        try (Chronicle chronicle = tools.chronicler().begin(connection, operation)) {
            if (beats) {
                assertThat(topic.beaten.await(20, TimeUnit.SECONDS))
                        .as("the canary beats")
                        .isTrue();
            }
            if (ending instanceof Ending.Finished) {
                showMoved();
            }
            return chronicle.finish(ending).orElseThrow();
        }
    }

    private static Claim claim(Evidence evidence, String name) {
        return evidence.testimony().claims().stream()
                .filter(claim -> claim.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private FakeConnection connection() {
        return new FakeConnection(
                SampleEnvironment.like(SampleEnvironments.lab()).canary(canary).done(), observer);
    }

    private Surgeon surgeon() {
        return new Surgeon(connection.store(), observer, connection.hands());
    }

    private Operation operation() {
        Proposal proposal = surgeon().plan(Surgeon.move(Clusters.ids(1, 2, 3), Clusters.ids(11, 12, 13)));
        try (OperationLock lock = OperationLock.take(connection.store(), "tester", Surgeon.CLOCK, () -> 0L)
                .orElseThrow()) {
            return surgeon()
                    .operations()
                    .begin(
                            ((Proposal.Proposed) proposal).plan(),
                            new Reversal.None("a test"),
                            lock,
                            new io.kash.surgery.operation.Event.Consented("a test"));
        }
    }

    /** Every log ends there, but for the canary's, which is empty. */
    private void ends(long end) {
        SortedMap<TopicPartition, Offsets.Log> logs = new TreeMap<>();
        Clusters.oldAndNew()
                .topic(CANARY, 2, Clusters.ids(1, 2, 3))
                .cluster()
                .partitions()
                .forEach(partition -> logs.put(
                        partition.name(),
                        new Offsets.Log(
                                Optional.of(new BrokerId(1)),
                                OptionalLong.of(0),
                                OptionalLong.of(partition.name().topic().equals(CANARY) ? 0 : end),
                                OptionalInt.of(3))));
        observer.with(new Offsets(logs));
    }

    private Snapshot moved() {
        return Snapshot.of(Clusters.NOW);
    }

    /** Every partition is where the plan wants it. */
    private void showMoved() {
        Operation operation = surgeon().operations().list().get(0);
        Snapshot before = Snapshot.of(
                Clusters.NOW,
                Clusters.oldAndNew().topic(CANARY, 2, Clusters.ids(1, 2, 3)).cluster());
        observer.with(operation.plan().project(before).part(Cluster.class));
    }

    /** Acknowledges everything and tells when the first came. */
    private static final class BeatingTopic implements CanaryTopic {
        private final FakeCanaryTopic within = new FakeCanaryTopic();
        private volatile CountDownLatch beaten = new CountDownLatch(1);
        private volatile boolean closed;
        private volatile Runnable whenRead = () -> {};

        List<String> log() {
            return within.log();
        }

        @Override
        public void send(int partition, String text, Consumer<Fate> told) {
            within.send(partition, text, told);
            beaten.countDown();
        }

        @Override
        public void settle(Duration atMost) {}

        @Override
        public boolean read(SortedMap<Integer, Long> from, Reader reader, Duration atMost) {
            whenRead.run();
            return within.read(from, reader, atMost);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
