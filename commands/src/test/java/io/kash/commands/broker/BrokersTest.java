package io.kash.commands.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.RecordingScreen;
import io.kash.commands.fake.Structure;
import io.kash.commands.fake.Typed;
import io.kash.commands.verb.Outcome;
import io.kash.commands.view.AnswerTree;
import io.kash.surgery.fake.Clusters;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrokersTest {
    private final Clusters clusters = Clusters.oldAndNew();

    @Test
    void the_list_shows_every_broker_with_its_load() {
        FakeSession session = FakeSession.lab(clusters.observer());

        assertThat(Typed.run(new BrokerList(session))).isEqualTo(Outcome.DONE);

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                BROKER  ADDRESS         RACK  FLEET  STATE  ROLE        REPLICAS  LEADERS  OUT OF SYNC     SIZE  DISK
                     1  10.0.0.1:9092   a     old    up     controller         5        2            0  6.5 GiB  40 %
                     2  10.0.0.2:9092   b     old    up     -                  5        2            0  6.5 GiB  40 %
                     3  10.0.0.3:9092   c     old    up     -                  5        1            0  6.5 GiB  40 %
                    11  10.0.0.11:9092  a     new    up     -                  0        0            0      0 B   3 %
                    12  10.0.0.12:9092  b     new    up     -                  0        0            0      0 B   3 %
                    13  10.0.0.13:9092  c     new    up     -                  0        0            0      0 B   3 %
                """);
        assertThat(session.recording().notes()).isEmpty();
    }

    @Test
    void brokers_that_are_down_fenced_absent_or_silent_are_told_apart() {
        clusters.dead(3).dead(13).broker(14, Optional.of("b"), true).broker(15, "c");
        FakeSession session = FakeSession.lab(clusters.observer());

        Typed.run(new BrokerList(session));

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                BROKER  ADDRESS         RACK  FLEET  STATE   ROLE        REPLICAS  LEADERS  OUT OF SYNC     SIZE  DISK
                     1  10.0.0.1:9092   a     old    up      controller         5        3            0  6.5 GiB  40 %
                     2  10.0.0.2:9092   b     old    up      -                  5        2            0  6.5 GiB  40 %
                     3  -               -     old    down    -                  5        0            5        -     -
                    11  10.0.0.11:9092  a     new    up      -                  0        0            0      0 B   3 %
                    12  10.0.0.12:9092  b     new    up      -                  0        0            0      0 B   3 %
                    13  -               -     new    absent  -                  0        0            0        -     -
                    14  10.0.0.14:9092  b     -      fenced  -                  0        0            0        -     -
                    15  10.0.0.15:9092  c     -      up      -                  0        0            0        -     -
                """);
        assertThat(session.recording().notes())
                .isEqualTo(
                        """
                note: no answer about disks from broker 15; sizes leave them out
                """);
    }

    @Test
    void tsv_has_plain_numbers_and_every_column() {
        FakeSession session = FakeSession.lab(clusters.observer()).with(RecordingScreen.pipe());

        Typed.run(new BrokerList(session), "--output", "tsv");

        assertThat(session.recording().data().lines().limit(2))
                .containsExactly(
                        "id\taddress\thost\tport\track\tfleet\tstate\tcontroller\treplicas\tleaders\toutOfSync\tbytes\tdiskPercent",
                        "1\t10.0.0.1:9092\t10.0.0.1\t9092\ta\told\tup\ttrue\t5\t2\t0\t6979321856\t40");
    }

    @Test
    void a_query_answers_with_json() {
        FakeSession session = FakeSession.lab(clusters.dead(3).observer());

        Typed.run(new BrokerList(session), "--query", "brokers[?state!='up'].id | [0]");

        assertThat(session.recording().data()).isEqualTo("3\n");
    }

    @Test
    void a_query_and_a_format_other_than_json_are_refused_before_anything_is_asked() {
        var observer = clusters.observer();
        BrokerList list = new BrokerList(FakeSession.lab(observer));

        assertThatThrownBy(() -> Typed.run(list, "--query", "brokers", "--output", "tsv"))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("--query finds JSON");
        assertThat(observer.asked()).isEmpty();
    }

    @Test
    void what_is_not_jmespath_is_a_usage_problem() {
        BrokerList list = new BrokerList(FakeSession.lab(clusters.observer()));

        assertThatThrownBy(() -> Typed.run(list, "--query", "brokers["))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.USAGE));
    }

    @Test
    void a_cluster_that_does_not_answer_is_a_problem_and_not_an_empty_list() {
        Problem down = Problem.failed("Kafka does not answer", "lab", "connection refused", "status");
        FakeSession session = FakeSession.lab(clusters.observer().failing(Cluster.class, down));

        assertThatThrownBy(() -> Typed.run(new BrokerList(session)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(down));
        assertThat(session.recording().data()).isEmpty();
    }

    @Test
    void one_broker_is_shown_with_its_disks_throttles_and_topics() {
        clusters.throttle(1, Throttles.LEADER_RATE, "80000000");
        FakeSession session = FakeSession.lab(clusters.observer());

        Typed.run(new BrokerShow(session), "1");

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                Broker 1
                  Address      10.0.0.1:9092
                  Rack         a
                  Fleet        old
                  State        up
                  Controller   yes
                  Replicas     5
                  Leaders      2
                  Out of sync  0
                  Size         6.5 GiB

                Log directories
                  DIRECTORY   STATE   USED    FREE     SIZE  ERROR
                  /var/kafka  online  40 %  60 GiB  100 GiB  -

                Throttles
                  KEY                                VALUE
                  leader.replication.throttled.rate  80 MB/s

                Topics by size
                  TOPIC     REPLICAS  LEADERS     SIZE
                  payments         3        1    6 GiB
                  orders           2        1  512 MiB
                """);
    }

    @Test
    void a_broker_that_does_not_exist_is_refused_with_those_that_do() {
        assertThatThrownBy(() -> Typed.run(new BrokerShow(FakeSession.lab(clusters.observer())), "99"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("there is no broker 99: registered are 1,2,3,11,12,13");
    }

    @Test
    void the_json_of_the_list_has_its_documented_structure() {
        BrokerList list = new BrokerList(FakeSession.lab(clusters.observer()));

        assertThat(Structure.of(AnswerTree.of(list.ask(Typed.parse(list)))))
                .containsExactly(
                        "brokers[] array",
                        "brokers[].address string",
                        "brokers[].bytes number",
                        "brokers[].controller boolean",
                        "brokers[].diskPercent number",
                        "brokers[].fleet string",
                        "brokers[].host string",
                        "brokers[].id number",
                        "brokers[].leaders number",
                        "brokers[].outOfSync number",
                        "brokers[].port number",
                        "brokers[].rack string",
                        "brokers[].replicas number",
                        "brokers[].state string",
                        "format string",
                        "notes[] array",
                        "observedAt string",
                        "problems[] array");
    }

    @Test
    void the_json_of_one_broker_has_its_documented_structure() {
        clusters.throttle(1, Throttles.LEADER_RATE, "80000000");
        BrokerShow show = new BrokerShow(FakeSession.lab(clusters.observer()));

        assertThat(Structure.of(AnswerTree.of(show.ask(Typed.parse(show, "1")))))
                .containsExactly(
                        "broker.address string",
                        "broker.bytes number",
                        "broker.controller boolean",
                        "broker.fleet string",
                        "broker.host string",
                        "broker.id number",
                        "broker.leaders number",
                        "broker.outOfSync number",
                        "broker.port number",
                        "broker.rack string",
                        "broker.replicas number",
                        "broker.state string",
                        "dirs[] array",
                        "dirs[].error string",
                        "dirs[].freeBytes number",
                        "dirs[].path string",
                        "dirs[].state string",
                        "dirs[].totalBytes number",
                        "dirs[].usedPercent number",
                        "format string",
                        "notes[] array",
                        "observedAt string",
                        "problems[] array",
                        "throttles[] array",
                        "throttles[].key string",
                        "throttles[].value string",
                        "topics[] array",
                        "topics[].bytes number",
                        "topics[].leaders number",
                        "topics[].replicas number",
                        "topics[].topic string");
    }
}
