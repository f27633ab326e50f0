package io.kash.surgery.zookeeper.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kash.surgery.zookeeper.Ensemble.Load;
import io.kash.surgery.zookeeper.Ensemble.Server;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ServerAnswersTest {
    private static final OptionalInt ID = OptionalInt.of(2);

    @Test
    void anAnswerOfARunningServerIsUnderstood() {
        String srvr =
                """
                Zookeeper version: 3.8.6-9f5a3b2c1d0e9f8a7b6c5d4e3f2a1b0c9d8e7f6a, built on 2025-08-01 10:00 UTC
                Latency min/avg/max: 0/0.6/18
                Received: 90
                Sent: 89
                Connections: 4
                Outstanding: 0
                Zxid: 0x10000002a
                Mode: follower
                Node count: 31
                """;

        assertThat(ServerAnswers.server("z:2181", ID, srvr))
                .isEqualTo(new Server(
                        "z:2181",
                        ID,
                        "follower",
                        "3.8.6",
                        "0x10000002a",
                        OptionalInt.of(4),
                        "",
                        Optional.of(new Load(0.6, 0, 31))));
    }

    @Test
    void versionsOfOtherReleasesAreUnderstood() {
        assertThat(version("3.4.14-4c25d480e66aadd371de8bd2fd8da255ac140bcf, built on 03/06/2019"))
                .isEqualTo("3.4.14");
        assertThat(version("3.9.5")).isEqualTo("3.9.5");
        assertThat(version("nonsense")).isEmpty();
    }

    @Test
    void whatIsNotOfTheExpectedFormIsTakenForNotSaid() {
        Server server = ServerAnswers.server("z:2181", ID, "Mode: leader\nZxid: many\nConnections: -\n");

        assertThat(server).isEqualTo(new Server("z:2181", ID, "leader", "", "", OptionalInt.empty(), ""));
    }

    @Test
    void aServerWithoutAQuorumHasAProblem() {
        assertThat(ServerAnswers.server("z:2181", ID, "This ZooKeeper instance is not currently serving requests\n")
                        .problem())
                .isEqualTo("it is up but serves nobody: it has no quorum");
    }

    @Test
    void aWordThatIsNotAllowedIsAProblem() {
        assertThat(ServerAnswers.server("z:2181", ID, "srvr is not executed because it is not in the whitelist.\n")
                        .problem())
                .isEqualTo("'srvr' is not in its 4lw.commands.whitelist");
    }

    @Test
    void anAnswerOfSomethingElseIsAProblem() {
        assertThat(ServerAnswers.server("z:2181", ID, "HTTP/1.1 400 Bad Request\n\n")
                        .problem())
                .isEqualTo("its answer to 'srvr' is not understood");
    }

    @Test
    void theIdIsInTheConfiguration() {
        assertThat(ServerAnswers.id("clientPort=2181\nserverId=3\ninitLimit=10\n"))
                .hasValue(3);
        assertThat(ServerAnswers.id("conf is not executed because it is not in the whitelist."))
                .isEmpty();
    }

    @Test
    void whatAnAdminServerLeavesOutOfItsPropertiesIsAsItIsByDefault() throws Exception {
        assertThat(autocreate("{\"zookeeper.db.autocreate\": \"false\", \"command\": \"system_properties\"}"))
                .contains("false");
        assertThat(autocreate("{\"java.version\": \"17\", \"command\": \"system_properties\"}"))
                .contains("true");
        assertThat(autocreate("{\"command\": \"ruok\"}")).isEmpty();
    }

    private static Optional<String> autocreate(String answer) throws Exception {
        return ServerAnswers.autocreate(new ObjectMapper().readTree(answer));
    }

    private static String version(String text) {
        return ServerAnswers.server("z:2181", ID, "Zookeeper version: " + text + "\nMode: leader\n")
                .version();
    }
}
