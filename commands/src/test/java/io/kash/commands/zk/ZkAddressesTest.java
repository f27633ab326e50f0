package io.kash.commands.zk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.RecordingScreen;
import io.kash.commands.fake.Typed;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.fake.Clusters;
import io.kash.surgery.fake.FakeConnection;
import io.kash.surgery.fake.FakeObserver;
import io.kash.surgery.fake.SampleEnvironments;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ZkAddressesTest {
    @Test
    void every_server_has_its_address_and_says_whether_it_runs() {
        FakeSession session = on(ZkSamples.addressed(10), observer(running(1, "10.0.1.5:2181")));

        assertThat(Typed.run(new ZkAddresses(session))).isEqualTo(Outcome.DONE);

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                ID  ZONE  ADDRESS    QUORUM  ELECTION  CLIENT  FROM        FLEET  RUNS
                 1  a     10.0.1.5     2888      3888    2181  given       old    leader
                 4  a     10.0.1.10    2888      3888    2181  calculated  new    -
                 5  b     10.0.2.10    2888      3888    2181  calculated  new    -
                 6  c     10.0.3.10    2888      3888    2181  calculated  new    -
                """);
        assertThat(session.recording().notes()).isEmpty();
    }

    @Test
    void on_a_narrow_screen_it_fits() {
        FakeSession session = on(ZkSamples.addressed(10), observer(running(1, "10.0.1.5:2181")))
                .with(RecordingScreen.terminal(80));

        Typed.run(new ZkAddresses(session));

        assertThat(session.recording().data().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void addresses_that_must_not_be_used_are_refused_all_at_once() {
        FakeSession session = on(ZkSamples.addressed(3), observer(running(2, "10.0.1.5:2181")));

        assertThat(Typed.run(new ZkAddresses(session))).isEqualTo(Outcome.REFUSED);

        assertThat(session.recording().notes())
                .isEqualTo(
                        """
                error: server 4 would be 10.0.1.3, which is reserved in 10.0.1.0/24 (zone a)
                  where: lab, zookeeper.addressing
                  why:   the cloud keeps the first four addresses of a subnet, and the last
                  next:  change zookeeper.addressing.offset
                error: server 5 would be 10.0.2.3, which is reserved in 10.0.2.0/24 (zone b)
                  where: lab, zookeeper.addressing
                  why:   the cloud keeps the first four addresses of a subnet, and the last
                  next:  change zookeeper.addressing.offset
                error: server 6 would be 10.0.3.3, which is reserved in 10.0.3.0/24 (zone c)
                  where: lab, zookeeper.addressing
                  why:   the cloud keeps the first four addresses of a subnet, and the last
                  next:  change zookeeper.addressing.offset
                error: server 1 would be 10.0.1.5, where server 2 runs
                  where: lab, zookeeper.addressing
                  why:   an address belongs to one server
                  next:  change zookeeper.addressing.offset or first-id
                """);
    }

    @Test
    void an_id_that_runs_elsewhere_is_refused() {
        FakeSession session = on(ZkSamples.addressed(10), observer(running(4, "10.0.1.99:2181")));

        assertThat(Typed.run(new ZkAddresses(session))).isEqualTo(Outcome.REFUSED);

        assertThat(session.recording().notes())
                .isEqualTo(
                        """
                error: server 4 would be 10.0.1.10:2181, and runs at 10.0.1.99:2181
                  where: lab, zookeeper.addressing
                  why:   an id belongs to one server, and its peers know its address
                  next:  name the address it has under zookeeper.addressing.servers
                """);
    }

    @Test
    void engines_that_do_not_answer_are_not_compared_with_and_that_is_said() {
        FakeObserver observer = new FakeObserver()
                .failing(Ensemble.class, Problem.failed("no quorum", "lab", "", ""))
                .failing(Cluster.class, Problem.failed("cannot reach the Kafka cluster of 'lab'", "lab", "", ""));
        FakeSession session = on(ZkSamples.addressed(10), observer);

        assertThat(Typed.run(new ZkAddresses(session))).isEqualTo(Outcome.DONE);

        assertThat(session.recording().notes())
                .isEqualTo(
                        """
                note: not compared with running servers: no quorum
                note: not compared with registered brokers: cannot reach the Kafka cluster of 'lab'
                """);
    }

    @Test
    void an_environment_that_says_nothing_of_addresses_is_told_what_to_add() {
        FakeSession session = on(SampleEnvironments.lab(), new FakeObserver());

        assertThatThrownBy(() -> Typed.run(new ZkAddresses(session)))
                .hasMessage("the environment does not say which server has which address: its entry in the"
                        + " environments file has no zookeeper.addressing");
    }

    private static Server running(int id, String address) {
        return new Server(address, OptionalInt.of(id), "leader", "3.8.6", "0x1", OptionalInt.of(1), "");
    }

    private static FakeObserver observer(Server... servers) {
        return new FakeObserver()
                .with(new Ensemble(List.of(servers)))
                .with(Clusters.oldAndNew().cluster());
    }

    private static FakeSession on(Environment environment, FakeObserver observer) {
        return FakeSession.on(new FakeConnection(environment, observer));
    }
}
