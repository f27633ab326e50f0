package io.kash.commands.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.Ours;
import io.kash.commands.fake.Structure;
import io.kash.commands.fake.Typed;
import io.kash.commands.session.FirstSeenHere;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Outcome;
import io.kash.commands.view.AnswerTree;
import io.kash.surgery.fake.Clusters;
import io.kash.surgery.fake.FakeConnection;
import io.kash.surgery.fake.FakeObserver;
import io.kash.surgery.fake.SampleEnvironments;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusTest {
    private static final Server LEADER =
            new Server("10.0.1.5:2181", OptionalInt.of(1), "leader", "3.8.6", "0x100000a41", OptionalInt.of(14), "");
    private static final Server FOLLOWER =
            new Server("10.0.2.5:2181", OptionalInt.of(2), "follower", "3.8.6", "0x100000a41", OptionalInt.of(3), "");
    private static final Server DEAD =
            new Server("10.0.3.5:2181", OptionalInt.empty(), "", "", "", OptionalInt.empty(), "connection refused");

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_quiet_cluster_fits_one_screen() {
        FakeSession session =
                FakeSession.lab(Clusters.oldAndNew().observer().with(new Ensemble(List.of(LEADER, FOLLOWER))));

        assertThat(Typed.run(status(session))).isEqualTo(Outcome.DONE);

        assertThat(session.recording().data()).isEqualTo("");
        assertThat(session.recording().notes()).isEmpty();
    }

    @Test
    void a_bad_night_is_on_one_screen_with_what_survives_and_whose_work_is_running() {
        FakeSession session = FakeSession.lab(badNight());

        assertThat(Typed.run(status(session))).isEqualTo(Outcome.DONE);

        assertThat(session.recording().data()).isEqualTo("");
    }

    @Test
    void an_engine_that_is_down_shows_as_that_beside_the_others_and_fails_the_command() {
        Problem down = Problem.failed("Kafka does not answer", "10.0.0.1:9092", "connection refused", "env show");
        FakeObserver observer = badNight().failing(Cluster.class, down).failing(Throttles.class, down);
        FakeSession session = FakeSession.lab(observer);

        assertThat(Typed.run(status(session))).isEqualTo(Outcome.FAILED);

        assertThat(session.recording().data()).isEqualTo("");
        assertThat(session.recording().notes()).isEqualTo("");
    }

    @Test
    void an_engine_that_hangs_takes_no_longer_than_its_limit() {
        FakeSession session = FakeSession.lab(badNight().hanging(Ensemble.class));

        assertThat(Typed.run(status(session, Duration.ofMillis(300)))).isEqualTo(Outcome.TIMED_OUT);

        assertThat(session.recording().data())
                .contains("ZooKeeper  not read: no answer within 300 ms")
                .contains("lab (confirm)");
    }

    @Test
    void what_could_not_be_read_is_null_in_json_and_not_an_empty_list() {
        Problem down = Problem.failed("Kafka does not answer", "10.0.0.1:9092", "connection refused", "env show");
        Status status = status(FakeSession.lab(badNight().failing(Cluster.class, down)));

        JsonNode tree = AnswerTree.of(status.ask(Typed.parse(status)));

        assertThat(tree.get("partitions").isNull()).isTrue();
        assertThat(tree.get("reassignments").isNull()).isTrue();
        assertThat(tree.get("throttles").isArray()).isTrue();
        assertThat(tree.get("problems")).hasSize(1);
    }

    @Test
    void an_environment_without_zookeeper_says_so_and_does_not_fail() {
        FakeSession session = FakeSession.on(new FakeConnection(
                SampleEnvironments.bare(), Clusters.oldAndNew().observer()));

        assertThat(Typed.run(status(session))).isEqualTo(Outcome.DONE);

        assertThat(session.recording().data()).contains("ZooKeeper  not named in this environment\n");
    }

    @Test
    void the_json_has_its_documented_structure() {
        Status status = status(FakeSession.lab(badNight()));

        assertThat(Structure.of(AnswerTree.of(status.ask(Typed.parse(status))))).containsExactly("");
    }

    private static FakeObserver badNight() {
        return Clusters.oldAndNew()
                .topic("debug", 1, Clusters.ids(2))
                .dead(3)
                .isr("payments-2", 1)
                .isr("payments-0")
                .reassigning("orders-0", 11, 2, 3)
                .reassigning("orders-1", 12, 2, 1)
                .throttle(1, Throttles.LEADER_RATE, "80000000")
                .throttle("payments", Throttles.LEADER_REPLICAS, "0:1,0:2,1:2")
                .disk(14, 100 * Clusters.GIB, 20 * Clusters.GIB)
                .observer()
                .with(new Ensemble(List.of(LEADER, FOLLOWER, DEAD)));
    }

    private Status status(Session session) {
        return status(session, Duration.ofSeconds(10));
    }

    private Status status(Session session, Duration limit) {
        Ours ours = new Ours(Map.of("orders-0", "7f3a"), Map.of("1", "7f3a"));
        return new Status(
                session,
                ours,
                new FirstSeenHere(),
                most -> List.of("7f3a  drain 3  running since 13:58Z"),
                threads,
                limit);
    }
}
