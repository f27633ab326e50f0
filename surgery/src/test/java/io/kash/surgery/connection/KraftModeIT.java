package io.kash.surgery.connection;

import static io.kash.surgery.connection.RealCluster.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kash.lab.Lab;
import io.kash.lab.LabSpec;
import io.kash.lab.Mode;
import io.kash.lab.TopicSpec;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.EnvironmentsFile;
import io.kash.surgery.environment.Identity;
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
import io.kash.surgery.kafka.Groups;
import io.kash.surgery.kafka.GroupsLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.ThrottlesLook;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import io.kash.surgery.zookeeper.EnsembleLook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Looks at and changes a real cluster in KRaft mode. The broker that is stopped is stopped last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KraftModeIT {
    private static final TopicPartition MOVED = new TopicPartition("orders", 0);

    private static Lab lab;
    private static RealCluster cluster;

    @BeforeAll
    static void start() {
        lab = Lab.start(LabSpec.bare()
                .withMode(Mode.KRAFT)
                .withQuorum(1)
                .withNewBrokers(1)
                .withTopics(List.of(new TopicSpec("orders", 2, 1_000_000))));
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
    void theEnvironmentsFileOfTheLabLeadsToItsCluster() {
        Environment environment = EnvironmentsFile.read(lab.environmentsFile()).named("lab");

        try (RealCluster named = new RealCluster(environment, References.ofProcess())) {
            assertThat(Identity.verify(
                            environment,
                            environment.kafka().clusterId(),
                            named.cluster().id()))
                    .isEmpty();
        }
    }

    @Test
    void allPartsOfKafkaAreRead() {
        Snapshot snapshot = cluster.connection()
                .observer()
                .read(Scope.of(
                        new ClusterLook(Selection.all()),
                        new DisksLook(Selection.all()),
                        new ThrottlesLook(Selection.all()),
                        new GroupsLook(Selection.all(), true)));

        Cluster seen = snapshot.part(Cluster.class);
        assertThat(seen.id()).isEqualTo(lab.clusterId());
        assertThat(seen.brokers().values()).hasSize(4).allMatch(Broker::alive);
        assertThat(seen.topic("orders").orElseThrow().minInSyncReplicas()).isEqualTo(2);
        assertThat(snapshot.part(Disks.class).dirs()).hasSize(4);
        assertThat(snapshot.part(Throttles.class).isEmpty()).isTrue();
        assertThat(snapshot.part(Groups.class).byId()).isNotNull();
    }

    @Test
    void aClusterWithoutZooKeeperSaysSoWhenAskedForIt() {
        Problem problem = catchThrowableOfType(
                        ProblemException.class,
                        () -> cluster.connection().observer().read(Scope.of(new EnsembleLook())))
                .problem();

        assertThat(problem.kind()).isEqualTo(Problem.Kind.USAGE);
    }

    @Test
    void aReassignmentUnderAThrottleIsDone() {
        List<BrokerId> before = cluster.partition(MOVED).replicas();
        List<BrokerId> target = List.of(new BrokerId(11), before.get(1), before.get(2));
        assertThat(cluster.apply(new AlterConfigs(List.of(
                        new Change(Resource.BROKER, "11", Throttles.FOLLOWER_RATE, Operation.SET, "50000000"),
                        new Change(Resource.TOPIC, "orders", Throttles.FOLLOWER_REPLICAS, Operation.APPEND, "0:11")))))
                .isEqualTo(new Reply.Accepted());
        Throttles set = eventually(
                () -> cluster.look(new ThrottlesLook(Selection.all()), Throttles.class),
                throttles ->
                        !throttles.topics().isEmpty() && !throttles.brokers().isEmpty());
        assertThat(set.ofBroker(new BrokerId(11), Throttles.FOLLOWER_RATE)).contains("50000000");
        assertThat(set.ofTopic("orders", Throttles.FOLLOWER_REPLICAS)).contains("0:11");

        Reply reply = cluster.apply(new AlterReassignments(new TreeMap<>(Map.of(MOVED, Optional.of(target)))));

        assertThat(reply).isEqualTo(new Reply.Accepted());
        eventually(
                () -> cluster.partition(MOVED),
                partition -> !partition.reassigning()
                        && partition.replicas().equals(target)
                        && partition.isr().size() == 3);
        assertThat(cluster.apply(new AlterConfigs(List.of(
                        new Change(Resource.BROKER, "11", Throttles.FOLLOWER_RATE, Operation.DELETE, ""),
                        new Change(
                                Resource.TOPIC, "orders", Throttles.FOLLOWER_REPLICAS, Operation.SUBTRACT, "0:11")))))
                .isEqualTo(new Reply.Accepted());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aStoppedBrokerIsNotAliveAndLeftOutOfTheDisks() {
        lab.stop("broker-3");

        // Brokers below 4.0 do not tell of fenced ones (KIP-1073): there it is simply not in the list.
        eventually(() -> cluster.cluster().alive(new BrokerId(3)), alive -> !alive);

        assertThat(cluster.look(new DisksLook(Selection.all()), Disks.class).dirs())
                .containsKeys(new BrokerId(1), new BrokerId(2), new BrokerId(11))
                .doesNotContainKey(new BrokerId(3));
        assertThat(cluster.cluster("orders").partitions())
                .allSatisfy(partition ->
                        assertThat(partition.inSync(new BrokerId(3))).isFalse());
    }
}
