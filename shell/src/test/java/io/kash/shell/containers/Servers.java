package io.kash.shell.containers;

import com.github.dockerjava.api.command.CreateContainerCmd;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * The containers of the servers. Both images are used through a file of ours and a start command, which is what official
 * ones and stand-ins have in common; see {@code lab/images/build.sh}.
 *
 * @param network where they find each other by name
 * @param zooKeepers how many ZooKeeper servers there are
 */
record Servers(Network network, int zooKeepers) {
    static final String KAFKA = "apache/kafka:3.9.2";
    static final String ZOOKEEPER = "zookeeper:3.8";
    static final Set<String> OFFICIAL = Set.of(KAFKA, ZOOKEEPER);

    /** A killed test closes nothing; its containers end by themselves. In seconds. */
    private static final String LIVES_AT_MOST = "1800";

    /** Nine of these share a laptop. */
    private static final String SMALL =
            "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xss512k -XX:ReservedCodeCacheSize=48m -XX:-UsePerfData";

    private static final String ZOOKEEPER_PROPERTIES =
            """
            dataDir=/data
            tickTime=1000
            initLimit=20
            syncLimit=5
            maxClientCnxns=0
            admin.enableServer=false
            4lw.commands.whitelist=*
            standaloneEnabled=false
            """;

    private static final String BROKER_PROPERTIES =
            """
            listeners=PLAINTEXT://:9092
            advertised.listeners=PLAINTEXT://@address@:9092
            log.dirs=/tmp/kafka-data
            zookeeper.connection.timeout.ms=60000
            auto.create.topics.enable=false
            default.replication.factor=3
            min.insync.replicas=2
            offsets.topic.replication.factor=3
            offsets.topic.num.partitions=6
            transaction.state.log.replication.factor=3
            transaction.state.log.min.isr=2
            transaction.state.log.num.partitions=3
            group.initial.rebalance.delay.ms=0
            num.network.threads=2
            num.io.threads=4
            background.threads=4
            log.cleaner.dedupe.buffer.size=8388608
            log.cleaner.io.buffer.size=131072
            log.index.size.max.bytes=1048576
            """;

    /** @param id from 1 */
    GenericContainer<?> zooKeeper(int id) {
        return container(ZOOKEEPER, "zk-" + id)
                .withEnv("ZOO_MY_ID", String.valueOf(id))
                .withEnv("ZK_SERVER_HEAP", "64")
                .withEnv("SERVER_JVMFLAGS", SMALL)
                .withCopyToContainer(Transferable.of(zooKeeperProperties()), "/conf/zoo.cfg")
                .withCreateContainerCmdModifier(
                        create -> starts(create, "exec /docker-entrypoint.sh zkServer.sh start-foreground"));
    }

    private String zooKeeperProperties() {
        return IntStream.rangeClosed(1, zooKeepers)
                .mapToObj(id -> "server." + id + "=zk-" + id + ":2888:3888;2181\n")
                .collect(Collectors.joining("", ZOOKEEPER_PROPERTIES, ""));
    }

    GenericContainer<?> broker(int id, String rack) {
        String properties = "broker.id=" + id + "\nbroker.rack=" + rack + "\nzookeeper.connect=" + zooKeeperNames()
                + "\n" + BROKER_PROPERTIES;
        return container(KAFKA, "broker-" + id)
                .withEnv("KAFKA_HEAP_OPTS", "-Xms64m -Xmx160m")
                .withEnv("KAFKA_JVM_PERFORMANCE_OPTS", SMALL)
                .withCopyToContainer(Transferable.of(properties), "/tmp/broker.template")
                // Its own address is what clients here and other brokers reach alike, and only the container knows it.
                .withCreateContainerCmdModifier(create -> starts(
                        create,
                        "sed \"s/@address@/$(hostname -i)/\" /tmp/broker.template >/tmp/broker.properties"
                                + " && exec /opt/kafka/bin/kafka-server-start.sh /tmp/broker.properties"));
    }

    private String zooKeeperNames() {
        return IntStream.rangeClosed(1, zooKeepers)
                .mapToObj(id -> "zk-" + id + ":2181")
                .collect(Collectors.joining(","));
    }

    private GenericContainer<?> container(String image, String name) {
        return new GenericContainer<>(DockerImageName.parse(image))
                .withNetwork(network)
                .withNetworkAliases(name);
    }

    private static void starts(CreateContainerCmd create, String script) {
        var unused = create.withEntrypoint("timeout", LIVES_AT_MOST, "sh", "-c", script)
                .withCmd();
    }
}
