package io.kash.surgery.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.surgery.environment.References;
import io.kash.surgery.zookeeper.Contents;
import io.kash.surgery.zookeeper.Contents.OfServer;
import io.kash.surgery.zookeeper.ContentsLook;
import io.kash.surgery.zookeeper.Inspected;
import io.kash.surgery.zookeeper.Inspected.Channel;
import io.kash.surgery.zookeeper.Inspected.Configured;
import io.kash.surgery.zookeeper.Inspection;
import io.kash.surgery.zookeeper.InspectionLook;
import io.kash.surgery.zookeeper.NodeData;
import io.kash.surgery.zookeeper.NodeDataLook;
import io.kash.surgery.zookeeper.NodePath;
import io.kash.surgery.zookeeper.Sessions;
import io.kash.surgery.zookeeper.SessionsLook;
import io.kash.surgery.zookeeper.Tree;
import io.kash.surgery.zookeeper.TreeLook;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be seen of real ensembles, of today's release and of the oldest one that is still met. */
class LookingIT {
    /** ZooKeeper refuses most control characters in names, but not those that turn the direction of writing. */
    private static final String NAME = "\u202egone";

    private static final String DATA = "\u001b[2Jgone\r";

    @ParameterizedTest
    @CsvSource({"3.8.6, DYNAMIC", "3.4.14, STATIC"})
    void servers_sessions_and_nodes_are_seen(String release, Configured configured) throws Exception {
        LabSpec spec = LabSpec.bare().withOldBrokers(0);
        try (Lab lab = Lab.start(release.equals("3.8.6") ? spec : spec.withZooKeeper(release));
                RealCluster cluster = new RealCluster(
                        RealCluster.environment("127.0.0.1:9", Optional.empty(), lab.zookeeperConnect()),
                        References.ofProcess())) {
            ZooKeeper client = connected(lab.zookeeperConnect());
            try {
                client.create("/shop", new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
                client.create(
                        "/shop/" + NAME,
                        DATA.getBytes(StandardCharsets.UTF_8),
                        Ids.OPEN_ACL_UNSAFE,
                        CreateMode.EPHEMERAL);

                seesServers(cluster, release, configured);
                seesSession(cluster, client.getSessionId());
                seesNodes(cluster, client.getSessionId());
                seesThatServersHoldTheSame(cluster);
            } finally {
                client.close();
            }
        }
    }

    private static void seesServers(RealCluster cluster, String release, Configured configured) {
        Inspection seen = cluster.look(new InspectionLook(), Inspection.class);

        assertThat(seen.servers()).hasSize(3).allSatisfy(server -> {
            assertThat(server.server().version()).isEqualTo(release);
            assertThat(server.configured()).isEqualTo(configured);
            assertThat(server.settings()).containsKeys("tickTime", "dataDir", "serverId");
            assertThat(server.named()).isEmpty();
            assertThat(server.channels())
                    .extracting(Channel::name)
                    .containsExactly("srvr", "conf", "mntr", Channel.ADMIN);
            assertThat(server.channels()).filteredOn(Channel::answers).hasSizeGreaterThanOrEqualTo(3);
        });
        assertThat(seen.servers())
                .extracting(server -> server.server().id().orElse(0))
                .containsExactly(1, 2, 3);
        assertThat(seen.servers().stream().map(Inspected::syncedFollowers).filter(OptionalInt::isPresent))
                .containsExactly(OptionalInt.of(2));
    }

    private static void seesSession(RealCluster cluster, long id) {
        Sessions sessions = cluster.look(new SessionsLook(), Sessions.class);

        assertThat(sessions.servers()).hasSize(3).allSatisfy(server -> assertThat(server.via())
                .isEqualTo("cons"));
        assertThat(sessions.servers().stream().flatMap(server -> server.sessions().stream()))
                .filteredOn(session -> session.id().equals("0x" + Long.toHexString(id)))
                .singleElement()
                .satisfies(session -> {
                    assertThat(session.client()).matches("127\\..*:[0-9]+");
                    assertThat(session.timeoutMillis()).hasValue(10_000);
                    assertThat(session.established()).isPresent();
                });
    }

    private static void seesNodes(RealCluster cluster, long owner) {
        NodePath path = new NodePath("/shop").child(NAME);
        Tree tree = cluster.look(new TreeLook(new NodePath("/shop"), 1), Tree.class);
        NodeData data = cluster.look(new NodeDataLook(path), NodeData.class);

        assertThat(tree.whole()).isTrue();
        assertThat(tree.nodes()).extracting(node -> node.path().value()).containsExactly("/shop", "/shop/" + NAME);
        assertThat(data.node().orElseThrow().owner()).contains("0x" + Long.toHexString(owner));
        assertThat(new String(Base64.getDecoder().decode(data.base64()), StandardCharsets.UTF_8))
                .isEqualTo(DATA);
        assertThat(cluster.look(new TreeLook(new NodePath("/nowhere"), 1), Tree.class)
                        .nodes())
                .isEmpty();
        assertThat(cluster.look(new NodeDataLook(new NodePath("/nowhere")), NodeData.class)
                        .node())
                .isEmpty();
    }

    private static void seesThatServersHoldTheSame(RealCluster cluster) {
        Contents contents = cluster.look(new ContentsLook(List.of(NodePath.ROOT)), Contents.class);

        assertThat(contents.servers()).hasSize(3).allSatisfy(server -> {
            assertThat(server.problem()).isEmpty();
            assertThat(server.differing()).isEmpty();
            assertThat(server.nodes()).as("the root and /shop").isEqualTo(2);
        });
        assertThat(contents.servers().stream().map(OfServer::digest).distinct()).hasSize(1);
    }

    private static ZooKeeper connected(String connect) throws Exception {
        CompletableFuture<Boolean> connected = new CompletableFuture<>();
        ZooKeeper client = new ZooKeeper(connect, 10_000, event -> {
            if (event.getState() == Watcher.Event.KeeperState.SyncConnected) {
                connected.complete(true);
            }
        });
        assertThat(connected.get(20, TimeUnit.SECONDS)).isTrue();
        return client;
    }
}
