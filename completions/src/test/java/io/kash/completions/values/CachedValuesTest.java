package io.kash.completions.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.completions.values.Reachability.State;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.EnvironmentName;
import io.kash.surgery.fake.Clusters;
import io.kash.surgery.fake.FakeConnection;
import io.kash.surgery.fake.FakeObserver;
import io.kash.surgery.fake.SampleEnvironments;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.GroupId;
import io.kash.surgery.kafka.Groups;
import io.kash.surgery.kafka.TopicName;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.Ensemble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CachedValuesTest {
    private static final Problem DOWN = Problem.failed("Kafka does not answer", "lab", "connection refused", "");

    private final FakeObserver observer =
            Clusters.oldAndNew().observer().with(new Groups(new TreeMap<>())).with(new Ensemble(List.of()));
    private Optional<Connection> chosen = Optional.of(new FakeConnection(SampleEnvironments.lab(), observer));
    private Instant now = Clusters.NOW;
    private final HandDriven background = new HandDriven();
    private final CachedValues values = new CachedValues(
            LiveSources.all(SampleEnvironments::both, size -> size / Clusters.MIB + " MiB"),
            () -> chosen,
            background,
            () -> now);

    @Test
    void the_first_question_is_answered_at_once_with_nothing_and_reads_in_the_background() {
        assertThat(values.of(BrokerId.class)).isEmpty();
        assertThat(values.reachability()).isEqualTo(Reachability.LOADING);
        assertThat(observer.asked()).isEmpty();
        assertThat(background.waiting()).isEqualTo(1);
    }

    @Test
    void values_stand_with_what_an_operator_needs_beside_them() {
        read();

        assertThat(values.of(BrokerId.class)).first().isEqualTo(new Value("1", "10.0.0.1:9092, zone a, up"));
        assertThat(values.of(TopicName.class))
                .containsExactly(
                        new Value("orders", "512 MiB, 2 partitions"), new Value("payments", "6144 MiB, 3 partitions"));
        assertThat(values.of(EnvironmentName.class))
                .containsExactly(new Value("bare", "pair"), new Value("lab", "confirm"));
    }

    @Test
    void what_was_read_less_than_five_seconds_ago_is_not_read_again() {
        read();
        int asked = observer.asked().size();

        now = Clusters.NOW.plusSeconds(4);
        values.of(BrokerId.class);
        background.runAll();
        assertThat(observer.asked()).hasSize(asked);

        now = Clusters.NOW.plusSeconds(5);
        values.of(BrokerId.class);
        background.runAll();
        assertThat(observer.asked()).hasSizeGreaterThan(asked);
    }

    @Test
    void a_cluster_that_stops_answering_leaves_its_last_values_and_says_since_when() {
        read();
        observer.failing(Cluster.class, DOWN);
        read(Clusters.NOW.plusSeconds(60));
        read(Clusters.NOW.plusSeconds(120));

        assertThat(values.of(BrokerId.class)).hasSize(6);
        assertThat(values.reachability())
                .isEqualTo(new Reachability(State.UNREACHABLE, Optional.of(Clusters.NOW.plusSeconds(60))));
    }

    @Test
    void one_engine_that_does_not_answer_takes_nothing_from_the_others() {
        observer.failing(Disks.class, DOWN).failing(Ensemble.class, DOWN);
        read();

        assertThat(values.of(TopicName.class)).first().isEqualTo(new Value("orders", "2 partitions"));
        assertThat(values.of(GroupId.class)).isEmpty();
        assertThat(values.reachability().state()).isEqualTo(State.REACHABLE);
    }

    @Test
    void sizes_once_known_do_not_go_away_while_the_disks_are_read_again() {
        read();
        observer.failing(Disks.class, DOWN);
        read(Clusters.NOW.plusSeconds(60));

        assertThat(values.of(TopicName.class)).first().isEqualTo(new Value("orders", "512 MiB, 2 partitions"));
    }

    @Test
    void values_of_one_connection_are_never_offered_on_another() {
        read();
        FakeObserver elsewhere = Clusters.of().broker(7, "z").observer().with(new Groups(new TreeMap<>()));
        chosen = Optional.of(new FakeConnection(SampleEnvironments.bare(), elsewhere));

        assertThat(values.of(BrokerId.class)).isEmpty();
        assertThat(values.reachability()).isEqualTo(Reachability.LOADING);
        assertThat(values.of(EnvironmentName.class)).hasSize(2);

        background.runAll();
        assertThat(values.of(BrokerId.class)).extracting(Value::word).containsExactly("7");
    }

    @Test
    void without_a_connection_environments_are_known_and_nothing_else() {
        chosen = Optional.empty();
        read();

        assertThat(values.of(EnvironmentName.class)).hasSize(2);
        assertThat(values.reachability()).isEqualTo(Reachability.UNKNOWN);
        assertThat(observer.asked()).isEmpty();
    }

    @Test
    void a_hundred_thousand_topics_are_answered_within_twenty_milliseconds() {
        Clusters many = Clusters.of().broker(1, "a");
        for (int i = 0; i < 100_000; i++) {
            many.topic("topic-" + i, 1, Clusters.ids(1));
        }
        observer.with(many.cluster());
        read();

        values.of(TopicName.class);
        long begun = System.nanoTime();
        int found = values.of(TopicName.class).size();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(20));
        assertThat(found).isEqualTo(100_000);
    }

    private void read() {
        read(now);
    }

    private void read(Instant at) {
        now = at;
        values.of(BrokerId.class);
        background.runAll();
    }
}
