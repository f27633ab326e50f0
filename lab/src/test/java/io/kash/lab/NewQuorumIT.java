package io.kash.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.lab.address.Endpoint;
import io.kash.lab.cluster.Clients;
import io.kash.lab.cluster.FourLetterWord;
import io.kash.lab.waiting.Deadline;
import io.kash.lab.waiting.Waiting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.admin.ZooKeeperAdmin;
import org.junit.jupiter.api.Test;

/** Servers that are there and belong to nothing yet. */
final class NewQuorumIT {
    @Test
    void new_zookeeper_servers_follow_without_a_vote_and_do_so_again_after_a_restart() throws Exception {
        try (Lab lab = Lab.start(LabSpec.bare().withOldBrokers(0).withNewQuorum(3))) {
            assertThat(lab.nodes())
                    .extracting(state -> state.node().name())
                    .containsExactly("zk-1", "zk-2", "zk-3", "zk-4", "zk-5", "zk-6");
            assertThat(leaderSays(lab, "zk_synced_non_voting_followers\t3")).isTrue();
            assertThat(FourLetterWord.ask(endpoint(lab, "zk-1"), "conf").orElseThrow())
                    .as("the members")
                    .contains("server.3=")
                    .doesNotContain("server.4=");
            assertThat(lab.environmentsFile())
                    .content()
                    .contains("zookeeper-new: {ids: [4, 5, 6]}", "${file:", "settle: 2s", "offset: 11");

            lab.kill("zk-4");
            assertThat(leaderSays(lab, "zk_synced_non_voting_followers\t2")).isTrue();
            lab.startNode("zk-4");

            assertThat(leaderSays(lab, "zk_synced_non_voting_followers\t3")).isTrue();
            assertThatThrownBy(lab::startNewZooKeepers).hasMessageContaining("run already");
        }
    }

    @Test
    @SuppressWarnings("try") // the client's close() may be interrupted; the test ends then
    void whoever_has_the_labs_password_may_add_one_and_nobody_else() throws Exception {
        try (Lab lab = Lab.start(LabSpec.bare().withOldBrokers(0).withNewQuorum(1))) {
            Path auth = Path.of(authFile(Files.readString(lab.environmentsFile())));
            String joiner =
                    "server.4=" + endpoint(lab, "zk-4").host() + ":2888:3888:participant;" + endpoint(lab, "zk-4");
            try (ZooKeeperAdmin admin = new ZooKeeperAdmin(lab.zookeeperConnect(), 10_000, event -> {})) {
                assertThatThrownBy(() -> admin.reconfigure(joiner, null, null, -1, null))
                        .isInstanceOf(KeeperException.NoAuthException.class);

                admin.addAuthInfo("digest", Files.readAllBytes(auth));

                assertThat(new String(admin.reconfigure(joiner, null, null, -1, null), StandardCharsets.UTF_8))
                        .contains(joiner);
            }
            lab.stop("zk-4");
            lab.startNode("zk-4");
            assertThat(leaderSays(lab, "zk_synced_followers\t3"))
                    .as("with what it has written down itself")
                    .isTrue();
        }
    }

    private static String authFile(String environments) {
        Matcher named = Pattern.compile("auth: \"\\$\\{file:([^}]+)}").matcher(environments);
        assertThat(named.find()).isTrue();
        return named.group(1);
    }

    @Test
    void they_can_come_later() {
        try (Lab lab = Lab.start(LabSpec.bare().withOldBrokers(0).withQuorum(1))) {
            assertThat(lab.environmentsFile()).content().doesNotContain("zookeeper-new");

            assertThat(lab.startNewZooKeepers()).extracting(Node::name).containsExactly("zk-2", "zk-3", "zk-4");

            assertThat(leaderSays(lab, "zk_synced_non_voting_followers\t3")).isTrue();
            assertThat(lab.environmentsFile()).content().contains("zookeeper-new: {ids: [2, 3, 4]}");
        }
    }

    @Test
    void new_controllers_observe_the_quorum() throws Exception {
        try (Lab lab = Lab.start(LabSpec.bare()
                        .withMode(Mode.KRAFT)
                        .withQuorum(1)
                        .withOldBrokers(1)
                        .withNewQuorum(2));
                Admin admin = new Clients(lab.bootstrap()).admin()) {
            QuorumInfo quorum = admin.describeMetadataQuorum().quorumInfo().get(30, TimeUnit.SECONDS);

            assertThat(quorum.voters())
                    .extracting(QuorumInfo.ReplicaState::replicaId)
                    .containsExactly(101);
            assertThat(quorum.observers())
                    .extracting(QuorumInfo.ReplicaState::replicaId)
                    .contains(102, 103);
            assertThat(Files.readString(lab.configurationOf("controller-2"))).contains("node.id=102");
        }
    }

    private static boolean leaderSays(Lab lab, String line) {
        return Waiting.until(
                () -> lab.nodes().stream()
                        .filter(state -> state.life() == NodeState.Life.RUNNING)
                        .flatMap(state -> FourLetterWord.ask(state.node().endpoint(), "mntr").stream())
                        .anyMatch(answer -> answer.contains(line + "\n")),
                Deadline.in(Duration.ofSeconds(30)));
    }

    private static Endpoint endpoint(Lab lab, String name) {
        return lab.nodes().stream()
                .map(NodeState::node)
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow()
                .endpoint();
    }
}
