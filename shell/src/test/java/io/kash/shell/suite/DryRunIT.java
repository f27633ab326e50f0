package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.lab.TopicSpec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dry run sends, counted on the wire: every request of the product passes a proxy that reads its kind. */
class DryRunIT {
    /** Kinds that only look, or agree on how to talk. Anything else counts as changing something. */
    private static final Set<ApiKeys> LOOKING = Set.of(
            ApiKeys.API_VERSIONS,
            ApiKeys.METADATA,
            ApiKeys.DESCRIBE_CLUSTER,
            ApiKeys.DESCRIBE_CONFIGS,
            ApiKeys.DESCRIBE_LOG_DIRS,
            ApiKeys.DESCRIBE_TOPIC_PARTITIONS,
            ApiKeys.LIST_PARTITION_REASSIGNMENTS,
            ApiKeys.LIST_OFFSETS,
            ApiKeys.LIST_GROUPS,
            ApiKeys.DESCRIBE_GROUPS,
            ApiKeys.CONSUMER_GROUP_DESCRIBE,
            ApiKeys.OFFSET_FETCH,
            ApiKeys.FIND_COORDINATOR);

    private static final LabSpec SMALL = LabSpec.bare()
            .withTopics(List.of(new TopicSpec("orders", 6, 2_000_000), new TopicSpec("payments", 3, 1_000_000)))
            .withNewBrokers(3);

    @TempDir
    Path home;

    @Test
    void noChangingCommandSendsAnythingThatChangesWhenItIsDryAndTheProxyWouldHaveSeenIt() throws Exception {
        try (Lab lab = Lab.start(SMALL);
                CountingProxy proxy = new CountingProxy()) {
            Product product = new Product(environments(lab, proxy), "lab", home);
            List<String> nodesBefore = nodes(lab);

            assertThat(product.run("topics", "move", "--from", "1,2,3", "--to", "11,12,13", "--dry-run")
                            .code())
                    .isEqualTo(2);
            assertThat(product.run("drain", "1", "--dry-run").code()).isEqualTo(2);
            assertThat(product.run("leaders", "elect", "--dry-run").code()).isIn(0, 2);
            assertThat(product.run("throttles", "restore", "--dry-run").code()).isZero();
            assertThat(product.run("reassignments", "cancel", "--dry-run").code())
                    .isZero();

            assertThat(changing(proxy)).as("requests that change something").isEmpty();
            assertThat(proxy.counts().get(ApiKeys.DESCRIBE_LOG_DIRS))
                    .as("the proxy sees what each broker is asked")
                    .isGreaterThanOrEqualTo(6);
            assertThat(nodes(lab)).as("nodes that operations use").isEqualTo(nodesBefore);

            Result drained = product.run("drain", "1", "--confirm", "lab");
            assertThat(drained.code()).as(drained.err()).isZero();
            assertThat(changing(proxy))
                    .containsKeys(ApiKeys.ALTER_PARTITION_REASSIGNMENTS, ApiKeys.INCREMENTAL_ALTER_CONFIGS);
            assertThat(nodes(lab)).isNotEqualTo(nodesBefore);
        }
    }

    private static Map<ApiKeys, Integer> changing(CountingProxy proxy) {
        Map<ApiKeys, Integer> changing = new EnumMap<>(ApiKeys.class);
        proxy.counts().forEach((kind, count) -> {
            if (!LOOKING.contains(kind)) {
                changing.put(kind, count);
            }
        });
        return changing;
    }

    /** The lab's own file, with the proxy's doors for bootstrap. */
    private Path environments(Lab lab, CountingProxy proxy) throws IOException {
        List<String> doors = new ArrayList<>();
        for (String address : lab.bootstrap().split(",", -1)) {
            int colon = address.lastIndexOf(':');
            InetSocketAddress door = proxy.before(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
            doors.add(door.getHostString() + ":" + door.getPort());
        }
        Path file = home.resolve("environments.yaml");
        Files.writeString(
                file, Files.readString(lab.environmentsFile()).replace(lab.bootstrap(), String.join(",", doors)));
        assertThat(Files.readString(file)).contains(doors.get(0));
        return file;
    }

    /** Every node with the transaction that changed it last, but for what brokers keep writing themselves. */
    private static List<String> nodes(Lab lab) throws Exception {
        ZooKeeper zookeeper = new ZooKeeper(lab.zookeeperConnect(), 10_000, event -> {});
        try {
            List<String> found = new ArrayList<>();
            walk(zookeeper, "/", found);
            return found;
        } finally {
            zookeeper.close();
        }
    }

    private static void walk(ZooKeeper zookeeper, String path, List<String> found)
            throws KeeperException, InterruptedException {
        for (String child : zookeeper.getChildren(path, false).stream().sorted().toList()) {
            String below = (path.equals("/") ? "" : path) + "/" + child;
            Stat stat = zookeeper.exists(below, false);
            if (stat != null && List.of("/kash", "/config", "/admin").stream().anyMatch(below::startsWith)) {
                found.add(below + " " + stat.getMzxid());
                walk(zookeeper, below, found);
            }
        }
    }
}
