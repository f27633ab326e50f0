package io.kash.surgery.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kash.surgery.environment.References;
import io.kash.surgery.kafka.ElectPreferred;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import io.kash.surgery.zookeeper.EnsembleLook;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Engines that are not there, on real sockets of the loopback interface. */
class UnreachableIT {
    private static final String NOBODY = "127.0.0.1:9,127.0.0.2:9";

    @Test
    void aClusterThatRefusesIsSaidAtOnceWithEveryAddressTried() {
        try (RealCluster nobody = at(NOBODY, "")) {
            long begun = System.nanoTime();
            Problem problem = catchThrowableOfType(ProblemException.class, () -> nobody.cluster())
                    .problem();

            assertThat(took(begun)).isLessThan(Duration.ofSeconds(4));
            assertThat(problem.kind()).isEqualTo(Problem.Kind.TIMED_OUT);
            assertThat(problem.what()).isEqualTo("cannot reach the Kafka cluster of 'lab'");
            assertThat(problem.where()).isEqualTo("lab, kafka " + NOBODY);
            assertThat(problem.why())
                    .isEqualTo("127.0.0.1:9 refused the connection; 127.0.0.2:9 refused the connection");
        }
    }

    @Test
    void aHostNameNobodyKnowsIsSaidToBeUnknown() {
        try (RealCluster nobody = at("no-such-host.invalid:9092", "")) {
            Problem problem = catchThrowableOfType(ProblemException.class, () -> nobody.cluster())
                    .problem();

            assertThat(problem.why()).startsWith("no-such-host.invalid:9092 ");
        }
    }

    @Test
    void whatTakesConnectionsAndNeverAnswersIsGivenUpWithinTenSeconds() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                RealCluster nobody = at("127.0.0.1:" + silent.getLocalPort(), "")) {
            long begun = System.nanoTime();
            Problem problem = catchThrowableOfType(ProblemException.class, () -> nobody.cluster())
                    .problem();

            assertThat(took(begun)).isLessThan(Duration.ofSeconds(10));
            assertThat(problem.kind()).isEqualTo(Problem.Kind.TIMED_OUT);
            assertThat(problem.why()).contains("takes connections, but no answer came in time");
        }
    }

    @Test
    void anEffectOnAClusterThatIsNotThereIsUnknown() {
        try (RealCluster nobody = at(NOBODY, "")) {
            Reply reply = nobody.apply(new ElectPreferred(new TreeSet<>(List.of(new TopicPartition("orders", 0)))));

            assertThat(reply).isInstanceOfSatisfying(Reply.Unknown.class, unknown -> assertThat(unknown.why())
                    .endsWith("nothing was sent"));
        }
    }

    @Test
    void serversThatAreNotThereAreInTheAnswerEachWithTheReason() {
        try (RealCluster nobody = at(NOBODY, "127.0.0.1:9,no-such-host.invalid:2181/kafka")) {
            long begun = System.nanoTime();
            Ensemble ensemble = nobody.look(new EnsembleLook(), Ensemble.class);

            assertThat(took(begun)).isLessThan(Duration.ofSeconds(10));
            assertThat(ensemble.servers())
                    .extracting(Server::problem)
                    .containsExactly("refused the connection", "its host name is not known");
        }
    }

    private static RealCluster at(String bootstrap, String zookeeper) {
        return new RealCluster(RealCluster.environment(bootstrap, Optional.empty(), zookeeper), References.ofProcess());
    }

    private static Duration took(long begunNanos) {
        return Duration.ofNanos(System.nanoTime() - begunNanos);
    }
}
