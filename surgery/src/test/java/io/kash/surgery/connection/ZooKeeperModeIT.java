package io.kash.surgery.connection;

import static io.kash.surgery.connection.RealCluster.brokers;
import static io.kash.surgery.connection.RealCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kash.lab.ExtraListener;
import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.lab.TopicSpec;
import io.kash.surgery.coordination.FencedException;
import io.kash.surgery.environment.References;
import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.kafka.AlterConfigs.Change;
import io.kash.surgery.kafka.AlterConfigs.Operation;
import io.kash.surgery.kafka.AlterConfigs.Resource;
import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.ElectPreferred;
import io.kash.surgery.kafka.Groups;
import io.kash.surgery.kafka.GroupsLook;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.ThrottlesLook;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import io.kash.surgery.zookeeper.EnsembleLook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Looks at and changes a real cluster in ZooKeeper mode, with a SASL_SSL listener beside the plain one. All its tests share one
 * lab; in two classes it would be started twice.
 */
class ZooKeeperModeIT {
    private static final TopicPartition MOVED = new TopicPartition("orders", 0);
    private static final TopicPartition CANCELLED = new TopicPartition("orders", 1);
    private static final String PASSWORD = "not-for-logs";

    private static Path directory;
    private static Lab lab;
    private static RealCluster cluster;

    @BeforeAll
    static void start(@TempDir Path temporary) throws Exception {
        directory = temporary;
        Keystore keystore = Keystore.in(directory);
        lab = Lab.start(LabSpec.bare()
                .withNewBrokers(1)
                .withTopics(List.of(new TopicSpec("orders", 4, 8_000_000), new TopicSpec("audit", 1, 100_000)))
                .withExtraListener(new ExtraListener("SECURE", "SASL_SSL"))
                .withBrokerProperty("listener.name.secure.sasl.enabled.mechanisms", "PLAIN")
                .withBrokerProperty(
                        "listener.name.secure.plain.sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required user_kash=\"" + PASSWORD
                                + "\";")
                .withBrokerProperty(
                        "listener.name.secure.ssl.keystore.location",
                        keystore.file().toString())
                .withBrokerProperty("listener.name.secure.ssl.keystore.password", keystore.password())
                .withBrokerProperty("listener.name.secure.ssl.keystore.type", "PKCS12"));
        cluster = RealCluster.of(lab);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void allPartsAreReadTogether() {
        Snapshot snapshot = cluster.connection()
                .observer()
                .read(Scope.of(
                        new ClusterLook(Selection.all()),
                        new DisksLook(Selection.all()),
                        new ThrottlesLook(Selection.all()),
                        new GroupsLook(Selection.all(), true),
                        new EnsembleLook()));

        assertThat(snapshot.part(Cluster.class).id()).isEqualTo(lab.clusterId());
        assertThat(snapshot.parts()).hasSize(5);
    }

    @Test
    void aClusterHasItsBrokersWithRacksAndItsController() {
        Cluster seen = cluster.cluster();

        assertThat(seen.brokers().values()).extracting(Broker::rack).contains(Optional.of("a"), Optional.of("b"));
        assertThat(seen.brokers()).containsKeys(new BrokerId(1), new BrokerId(2), new BrokerId(11));
        assertThat(seen.controller()).isPresent();
        assertThat(seen.topics()).isEmpty();
    }

    @Test
    void topicsHaveTheirIdsSettingsAndPartitionsAndInternalOnesAreAmongThem() {
        Cluster seen = cluster.look(new ClusterLook(Selection.all()), Cluster.class);

        Topic orders = seen.topic("orders").orElseThrow();
        assertThat(orders.id()).hasSize(22);
        assertThat(orders.minInSyncReplicas()).isEqualTo(2);
        assertThat(orders.uncleanElection()).isFalse();
        assertThat(orders.partitions()).hasSize(4).allSatisfy(partition -> {
            assertThat(partition.replicas()).hasSize(3);
            assertThat(partition.leader()).isPresent();
        });
        assertThat(seen.topic("__consumer_offsets").orElseThrow().internal()).isTrue();
    }

    @Test
    void aTopicThatDoesNotExistIsLeftOut() {
        assertThat(cluster.cluster("orders", "nobody-made-this", "not a topic name!")
                        .topics())
                .containsOnlyKeys("orders");
    }

    @Test
    void disksHaveSizesOfReplicasAndVolumes() {
        Disks disks = cluster.look(new DisksLook(Selection.all()), Disks.class);

        assertThat(disks.dirs()).containsKeys(new BrokerId(1), new BrokerId(11));
        Disks.LogDir dir = disks.dirs().getOrDefault(new BrokerId(1), List.of()).get(0);
        assertThat(dir.error()).isEmpty();
        assertThat(dir.totalBytes()).isPresent();
        assertThat(dir.usableBytes()).isPresent();
        assertThat(disks.bytes(new TopicPartition("orders", 3))).isGreaterThan(500_000);
    }

    @Test
    void aReassignmentIsStartedSeenAndDone() {
        List<BrokerId> before = cluster.partition(MOVED).replicas();
        List<BrokerId> target = List.of(new BrokerId(11), before.get(1), before.get(2));

        Reply reply = cluster.apply(reassign(MOVED, Optional.of(target)));

        assertThat(reply).isEqualTo(new Reply.Accepted());
        eventually(
                () -> cluster.partition(MOVED),
                partition -> !partition.reassigning()
                        && partition.replicas().equals(target)
                        && new TreeSet<>(partition.isr()).equals(new TreeSet<>(target)));
    }

    @Test
    void aThrottledReassignmentIsSeenRunningAndCancelled() {
        Partition before = cluster.partition(CANCELLED);
        List<BrokerId> original = before.replicas();
        List<BrokerId> target = List.of(original.get(0), original.get(1), new BrokerId(11));
        List<Change> throttle = List.of(
                setBroker(11, Throttles.FOLLOWER_RATE, "1000"),
                new Change(Resource.TOPIC, "orders", Throttles.FOLLOWER_REPLICAS, Operation.APPEND, "1:11"));
        assertThat(cluster.apply(new AlterConfigs(throttle))).isEqualTo(new Reply.Accepted());

        cluster.apply(reassign(CANCELLED, Optional.of(target)));

        Partition running = eventually(() -> cluster.partition(CANCELLED), Partition::reassigning);
        assertThat(running.adding()).isEqualTo(brokers(11));
        assertThat(running.removing()).containsExactly(original.get(2));
        assertThat(running.target()).isEqualTo(target);
        assertThat(running.original()).containsExactlyInAnyOrderElementsOf(original);

        assertThat(cluster.apply(reassign(CANCELLED, Optional.empty()))).isEqualTo(new Reply.Accepted());
        Partition cancelled = eventually(
                () -> cluster.partition(CANCELLED),
                partition -> !partition.reassigning() && partition.replicas().size() == 3);
        assertThat(cancelled.replicas()).containsExactlyInAnyOrderElementsOf(original);

        assertThat(cluster.apply(reassign(CANCELLED, Optional.empty())))
                .as("cancelling what does not run is no error")
                .isEqualTo(new Reply.Accepted());
        cluster.apply(new AlterConfigs(List.of(
                new Change(Resource.BROKER, "11", Throttles.FOLLOWER_RATE, Operation.DELETE, ""),
                new Change(Resource.TOPIC, "orders", Throttles.FOLLOWER_REPLICAS, Operation.SUBTRACT, "1:11"))));
    }

    @Test
    void aReassignmentToABrokerThatDoesNotExistIsRejectedByName() {
        Reply reply = cluster.apply(reassign(new TopicPartition("orders", 3), Optional.of(brokers(1, 2, 99))));

        assertThat(reply).isInstanceOfSatisfying(Reply.Rejected.class, rejected -> assertThat(rejected.reasons())
                .containsOnlyKeys("orders-3"));
    }

    @Test
    void theRestOfAReassignmentIsAcceptedWhenOnePartitionDoesNotExist() {
        TreeMap<TopicPartition, Optional<List<BrokerId>>> targets = new TreeMap<>();
        TopicPartition audit = new TopicPartition("audit", 0);
        targets.put(audit, Optional.of(cluster.partition(audit).replicas()));
        targets.put(new TopicPartition("nobody-made-this", 0), Optional.of(brokers(1)));

        Reply reply = cluster.apply(new AlterReassignments(targets));

        assertThat(reply).isInstanceOfSatisfying(Reply.Rejected.class, rejected -> assertThat(rejected.reasons())
                .containsOnlyKeys("nobody-made-this-0"));
    }

    @Test
    void nothingIsSentWhenTheFenceIsBroken() {
        TopicPartition partition = new TopicPartition("orders", 3);
        List<BrokerId> before = cluster.partition(partition).replicas();

        assertThatThrownBy(() -> cluster.connection()
                        .hands()
                        .apply(reassign(partition, Optional.of(brokers(1, 2, 11))), new BrokenFence()))
                .isInstanceOf(FencedException.class);

        assertThat(cluster.partition(partition).replicas()).isEqualTo(before);
    }

    @Test
    void throttlesAreThoseSetOnBrokersAndTopicsAndGoAwayAgain() {
        List<Change> set = List.of(
                setBroker(1, Throttles.LEADER_RATE, "1000000"),
                setBroker(2, Throttles.LOG_DIR_RATE, "2000000"),
                new Change(Resource.TOPIC, "audit", Throttles.LEADER_REPLICAS, Operation.APPEND, "0:1"),
                new Change(Resource.TOPIC, "audit", "retention.ms", Operation.SET, "123456789"));
        assertThat(cluster.apply(new AlterConfigs(set))).isEqualTo(new Reply.Accepted());

        Throttles seen = eventually(
                () -> cluster.look(new ThrottlesLook(Selection.all()), Throttles.class),
                throttles ->
                        throttles.brokers().size() >= 2 && throttles.topics().containsKey("audit"));
        assertThat(seen.ofBroker(new BrokerId(1), Throttles.LEADER_RATE)).contains("1000000");
        assertThat(seen.ofBroker(new BrokerId(2), Throttles.LOG_DIR_RATE)).contains("2000000");
        assertThat(seen.topics().get("audit")).isEqualTo(Map.of(Throttles.LEADER_REPLICAS, "0:1"));

        List<Change> unset = List.of(
                new Change(Resource.BROKER, "1", Throttles.LEADER_RATE, Operation.DELETE, ""),
                new Change(Resource.BROKER, "2", Throttles.LOG_DIR_RATE, Operation.DELETE, ""),
                new Change(Resource.TOPIC, "audit", Throttles.LEADER_REPLICAS, Operation.DELETE, ""));
        assertThat(cluster.apply(new AlterConfigs(unset))).isEqualTo(new Reply.Accepted());
        eventually(
                () -> cluster.look(new ThrottlesLook(Selection.of(List.of("audit"))), Throttles.class),
                throttles -> throttles.topics().isEmpty()
                        && !throttles.brokers().containsKey(new BrokerId(1))
                        && !throttles.brokers().containsKey(new BrokerId(2)));
    }

    @Test
    void aSettingABrokerDoesNotTakeIsRejectedByTheBrokersName() {
        Reply reply = cluster.apply(new AlterConfigs(List.of(setBroker(2, "num.io.threads", "not-a-number"))));

        assertThat(reply).isInstanceOfSatisfying(Reply.Rejected.class, rejected -> assertThat(rejected.reasons())
                .containsOnlyKeys("broker 2"));
    }

    @Test
    void anElectionThatIsNotNeededIsNoError() {
        Reply reply = cluster.apply(new ElectPreferred(new TreeSet<>(List.of(new TopicPartition("audit", 0)))));

        assertThat(reply).isEqualTo(new Reply.Accepted());
    }

    @Test
    void leadersAreElectedAfterTheOrderOfReplicasHasChanged() {
        TopicPartition partition = new TopicPartition("orders", 3);
        List<BrokerId> before = cluster.partition(partition).replicas();
        List<BrokerId> turned = List.of(before.get(1), before.get(0), before.get(2));
        cluster.apply(reassign(partition, Optional.of(turned)));
        eventually(() -> cluster.partition(partition).replicas(), turned::equals);

        Reply reply = cluster.apply(new ElectPreferred(new TreeSet<>(List.of(partition))));

        assertThat(reply).isEqualTo(new Reply.Accepted());
        eventually(() -> cluster.partition(partition).leader(), Optional.of(turned.get(0))::equals);
    }

    @Test
    void groupsHaveTheirLag() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", lab.bootstrap()))) {
            admin.alterConsumerGroupOffsets(
                            "billing",
                            Map.of(new org.apache.kafka.common.TopicPartition("audit", 0), new OffsetAndMetadata(2)))
                    .all()
                    .get(20, java.util.concurrent.TimeUnit.SECONDS);
        }

        Groups groups = cluster.look(new GroupsLook(Selection.of(List.of("billing", "nobody")), true), Groups.class);

        assertThat(groups.byId()).containsOnlyKeys("billing");
        Groups.Group billing = Objects.requireNonNull(groups.byId().get("billing"));
        assertThat(billing.state()).isEqualTo("Empty");
        assertThat(billing.members()).isZero();
        assertThat(billing.positions()).singleElement().satisfies(position -> {
            assertThat(position.partition()).isEqualTo(new TopicPartition("audit", 0));
            assertThat(position.committed()).isEqualTo(2);
            assertThat(position.lag().orElse(0)).isPositive();
        });
    }

    @Test
    void everyServerOfTheEnsembleAnswersForItself() {
        Ensemble ensemble = cluster.look(new EnsembleLook(), Ensemble.class);

        assertThat(ensemble.servers()).hasSize(3).allSatisfy(server -> {
            assertThat(server.problem()).isEmpty();
            assertThat(server.version()).startsWith("3.8.");
            assertThat(server.zxid()).startsWith("0x");
            assertThat(server.connections()).isPresent();
        });
        assertThat(ensemble.servers()).extracting(Server::mode).contains("leader", "follower");
        assertThat(ensemble.servers())
                .extracting(Server::id)
                .containsExactly(OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(3));
    }

    @Test
    void serversTheConnectStringDoesNotNameAreFoundAndThoseThatDoNotAnswerAreNamed() {
        String first = lab.zookeeperConnect().split(",", -1)[0];
        try (RealCluster other = new RealCluster(
                RealCluster.environment(lab.bootstrap(), Optional.empty(), "127.0.0.1:9," + first + "/chroot"),
                References.ofProcess())) {
            Ensemble ensemble = other.look(new EnsembleLook(), Ensemble.class);

            assertThat(ensemble.servers()).filteredOn(Server::answered).hasSize(3);
            assertThat(ensemble.servers())
                    .filteredOn(server -> !server.answered())
                    .singleElement()
                    .satisfies(server -> {
                        assertThat(server.address()).isEqualTo("127.0.0.1:9");
                        assertThat(server.problem()).isEqualTo("refused the connection");
                    });
        }
    }

    @Test
    void aBrokerThatHangsIsLeftOutOfDisksAndThrottlesWithinTheTimeOfALook() {
        lab.pause("broker-11");
        try {
            long begun = System.nanoTime();
            Snapshot snapshot = cluster.connection()
                    .observer()
                    .read(Scope.of(new DisksLook(Selection.all()), new ThrottlesLook(Selection.none())));

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            assertThat(snapshot.part(Disks.class).dirs())
                    .containsKeys(new BrokerId(1), new BrokerId(2))
                    .doesNotContainKey(new BrokerId(11));
            Reply reply = cluster.apply(new AlterConfigs(List.of(setBroker(11, Throttles.LEADER_RATE, "1"))));
            assertThat(reply).isInstanceOf(Reply.Unknown.class);
        } finally {
            lab.resume("broker-11");
            eventually(() -> cluster.cluster().alive(new BrokerId(11)), alive -> alive);
            cluster.apply(new AlterConfigs(
                    List.of(new Change(Resource.BROKER, "11", Throttles.LEADER_RATE, Operation.DELETE, ""))));
        }
    }

    @Test
    void aSaslSslListenerIsReachedWithTheClientPropertiesThatTheEnvironmentNames() throws Exception {
        Path properties = clientProperties("client.properties", "${env:KAFKA_PASSWORD}");
        References references = new References(name -> Map.of("KAFKA_PASSWORD", PASSWORD).entrySet().stream()
                .filter(entry -> entry.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst());
        try (RealCluster secure = new RealCluster(
                RealCluster.environment(lab.bootstrap("SECURE"), Optional.of(properties), ""), references)) {
            assertThat(secure.cluster("orders").id()).isEqualTo(lab.clusterId());
        }
    }

    @Test
    void aPasswordMayStandInAFileBesideTheProperties() throws Exception {
        Files.writeString(directory.resolve("password"), PASSWORD + "\n");
        Path properties = clientProperties("client-of-file.properties", "${file:password}");
        try (RealCluster secure = new RealCluster(
                RealCluster.environment(lab.bootstrap("SECURE"), Optional.of(properties), ""),
                References.ofProcess())) {
            assertThat(secure.cluster("orders").topics()).containsOnlyKeys("orders");
        }
    }

    @Test
    void aWrongPasswordIsNotAuthorisedAndIsNotRepeatedInTheMessage() throws Exception {
        Path properties = clientProperties("client-wrong.properties", "some-wrong-password");
        try (RealCluster secure = new RealCluster(
                RealCluster.environment(lab.bootstrap("SECURE"), Optional.of(properties), ""),
                References.ofProcess())) {
            ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> secure.cluster());

            assertThat(thrown.problem().kind()).isEqualTo(Problem.Kind.NOT_AUTHORISED);
            assertThat(thrown.problem().why()).contains("Invalid username or password");
            assertThat(thrown.problem().toString()).doesNotContain("some-wrong-password");
        }
    }

    private static Path clientProperties(String name, String password) throws Exception {
        return Files.writeString(
                directory.resolve(name),
                """
                security.protocol=SASL_SSL
                sasl.mechanism=PLAIN
                sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\
                  username="kash" password="%s";
                ssl.truststore.location=%s
                ssl.truststore.password=%s
                ssl.truststore.type=PKCS12
                """
                        .formatted(password, Keystore.fileIn(directory), Keystore.PASSWORD));
    }

    private static AlterReassignments reassign(TopicPartition partition, Optional<List<BrokerId>> target) {
        return new AlterReassignments(new TreeMap<>(Map.of(partition, target)));
    }

    private static Change setBroker(int broker, String key, String value) {
        return new Change(Resource.BROKER, String.valueOf(broker), key, Operation.SET, value);
    }
}
