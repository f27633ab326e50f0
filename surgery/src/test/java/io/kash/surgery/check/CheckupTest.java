package io.kash.surgery.check;

import static io.kash.surgery.fake.Clusters.GIB;
import static io.kash.surgery.fake.Clusters.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.Clusters;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check that only a check-up makes: silent about what is well, and exact about what is not. */
class CheckupTest {
    private static final int DISK_FREE_PERCENT = 10;
    private static final Claims NOTHING = new Claims(new TreeMap<>(), List.of(), List.of(), List.of());

    /** What a healthy cluster says of itself, with one thing changed by each test. */
    private record World(Clusters clusters, Claims claims, BrokerSettings settings, Ensemble ensemble) {
        static World healthy() {
            return new World(
                    Clusters.oldAndNew(), NOTHING, configured(Map.of()), asked(leader(), follower(2), follower(3)));
        }

        World with(Clusters other) {
            return new World(other, claims, settings, ensemble);
        }

        World with(Claims other) {
            return new World(clusters, other, settings, ensemble);
        }

        World with(BrokerSettings other) {
            return new World(clusters, claims, other, ensemble);
        }

        World with(Server... servers) {
            return new World(clusters, claims, settings, asked(servers));
        }

        List<String> findings() {
            Snapshot snapshot = Snapshot.of(
                    Clusters.NOW,
                    clusters.cluster(),
                    clusters.disks(),
                    clusters.throttles(),
                    claims,
                    settings,
                    ensemble);
            return new Checkup(DISK_FREE_PERCENT)
                    .of(snapshot).stream()
                            .map(found -> found.finding().severity() + " " + found.about() + ": "
                                    + found.finding().what())
                            .toList();
        }
    }

    @Test
    void a_healthy_cluster_has_nothing_to_say() {
        assertThat(World.healthy().findings()).isEmpty();
    }

    static Stream<Arguments> ill() {
        World healthy = World.healthy();
        return Stream.of(
                Arguments.of(
                        healthy.with(new Claims(
                                new TreeMap<>(),
                                List.of(),
                                List.of(
                                        left("7f3a", Claims.State.LEFT, true),
                                        left("11aa", Claims.State.RUNNING, true)),
                                List.of())),
                        List.of(
                                "REFUSAL operations: operation 7f3a (drain 3) is unfinished and has not put back what it"
                                        + " found")),
                Arguments.of(
                        healthy.with(new Claims(
                                new TreeMap<>(),
                                List.of(),
                                List.of(left("7f3a", Claims.State.LEFT, false), left("9c01", Claims.State.ENDED, true)),
                                List.of("dead"))),
                        List.of(
                                "WARNING operations: operation 7f3a (drain 3) is unfinished",
                                "WARNING operations: operation 9c01 (drain 3) ended and could not put everything back",
                                "WARNING operations: operation dead cannot be read by this version")),
                Arguments.of(
                        healthy.with(new Claims(
                                new TreeMap<>(),
                                List.of(
                                        throttle("broker 1", "7f3a"),
                                        throttle("broker 2", ""),
                                        throttle("topic a", "11aa")),
                                List.of(left("11aa", Claims.State.RUNNING, true)),
                                List.of())),
                        List.of(
                                "WARNING throttles: 1 throttle left by operation 7f3a: broker 1",
                                "WARNING throttles: 1 throttle set by others while nothing is reassigned: broker 2")),
                Arguments.of(
                        healthy.with(Clusters.oldAndNew().reassigning("orders-0", 11, 2, 3))
                                .with(claim("orders-0", "", Duration.ofHours(30))),
                        List.of(
                                "REFUSAL reassignments: 1 partition is being reassigned already: orders-0",
                                "WARNING reassignments: 1 partition being reassigned for over 1 h: orders-0 (not ours,"
                                        + " first seen 30 h ago)")),
                Arguments.of(
                        healthy.with(Clusters.oldAndNew().reassigning("orders-0", 11, 2, 3))
                                .with(claim("orders-0", "7f3a", Duration.ofMinutes(10))),
                        List.of()),
                Arguments.of(
                        healthy.with(Clusters.oldAndNew()
                                        .reassigning("orders-0", 11, 2, 3)
                                        .broker(11, Optional.of("a"), true))
                                .with(claim("orders-0", "7f3a", Duration.ofMinutes(10))),
                        List.of(
                                "REFUSAL reassignments: orders-0 is being moved onto broker 11, which is not there",
                                "WARNING brokers: 1 broker holds replicas and is not there: 11 (1 replica, fenced)")),
                Arguments.of(
                        healthy.with(Clusters.oldAndNew()
                                        .reassigning("orders-0", 11, 2, 3)
                                        .isr("orders-0", 1, 2))
                                .with(claim("orders-0", "7f3a", Duration.ofMinutes(10))),
                        List.of(
                                "REFUSAL reassignments: orders-0: replica 3 stays and is not in sync",
                                "WARNING partitions: 1 partition at min.insync.replicas: orders-0 (ISR 1,2 of"
                                        + " 11,2,3,1)")),
                Arguments.of(
                        healthy.with(Clusters.oldAndNew()
                                .topic("lone", 2, ids(1, 11, 2))
                                .dead(11)),
                        List.of(
                                "WARNING partitions: 1 partition at min.insync.replicas: lone-0 (ISR 1,2 of 1,11,2)",
                                "WARNING brokers: 1 broker holds replicas and is not there: 11 (1 replica, not"
                                        + " registered)")),
                Arguments.of(
                        healthy.with(Clusters.oldAndNew().topic("near", 1, ids(1, 11))),
                        List.of("WARNING topics: 1 partition with all replicas in one rack: near-0 (a)")),
                Arguments.of(
                        healthy.with(Clusters.oldAndNew().isr("orders-0", 2, 1, 3)),
                        List.of("NOTE leaders: 1 partition not led by the preferred replica: orders-0")),
                Arguments.of(
                        healthy.with(Clusters.oldAndNew().size("orders-0", 11, 42)),
                        List.of("WARNING disks: 1 stray replica: orders-0 on broker 11 (42 bytes)")),
                Arguments.of(
                        healthy.with(Clusters.oldAndNew().size("secret-0", 2, 42)),
                        List.of(
                                "REFUSAL disks: the brokers' disks hold replicas of topics that are not listed: secret")),
                Arguments.of(
                        healthy.with(Clusters.oldAndNew().broker(4, "a").disk(4, 100 * GIB, 9 * GIB)),
                        List.of(
                                "REFUSAL disks: broker 4 has 9663676416 of 107374182400 left",
                                "WARNING disks: 1 disk above 75 %: broker 4 /var/kafka (91 %)")),
                Arguments.of(
                        healthy.with(configured(Map.of(1, Map.of(BrokerSettings.PROTOCOL, "3.8")))),
                        List.of("WARNING brokers: brokers differ in inter.broker.protocol.version: 3.8 on broker 1, 3.9"
                                + " on brokers 2,1001")),
                Arguments.of(
                        healthy.with(configured(Map.of(2, Map.of(BrokerSettings.MIGRATION, "true")))),
                        List.of(
                                "WARNING brokers: broker 2 with zookeeper.metadata.migration.enable=true: the metadata is"
                                        + " on its way to KRaft")),
                Arguments.of(
                        healthy.with(configured(Map.of(
                                1, Map.of(BrokerSettings.GENERATED_IDS, "true"),
                                1001, Map.of(BrokerSettings.GENERATED_IDS, "true")))),
                        List.of("NOTE brokers: 1 broker above reserved.broker.max.id, with a generated id: 1001")),
                Arguments.of(
                        healthy.with(configured(
                                Map.of(1, Map.of(BrokerSettings.ZOOKEEPER, "10.0.1.5:2181,10.0.9.5:2181/kafka")))),
                        List.of(
                                "WARNING brokers: brokers differ in zookeeper.connect: 10.0.1.5:2181,10.0.2.5:2181 on"
                                        + " brokers 2,1001, 10.0.1.5:2181,10.0.9.5:2181/kafka on broker 1",
                                "WARNING ZooKeeper: broker 1: zookeeper.connect names servers that do not belong"
                                        + " to the ensemble: 10.0.9.5:2181")),
                Arguments.of(
                        healthy.with(leader(), server(2, "leader", "3.8.6", "0x10000002a", 31), follower(3)),
                        List.of("REFUSAL ZooKeeper: 2 ZooKeeper servers lead: 10.0.1.5:2181 (leader), 10.0.2.5:2181"
                                + " (leader)")),
                Arguments.of(
                        healthy.with(leader(), silent(2), silent(3)),
                        List.of("REFUSAL ZooKeeper: 1 of 3 ZooKeeper voters answer; silent: 10.0.2.5:2181 (connection"
                                + " refused), 10.0.3.5:2181 (connection refused)")),
                Arguments.of(
                        healthy.with(leader(), follower(2), silent(3)),
                        List.of("WARNING ZooKeeper: 2 of 3 ZooKeeper voters answer, and none may fail; silent:"
                                + " 10.0.3.5:2181 (connection refused)")),
                Arguments.of(
                        healthy.with(leader(), follower(2), follower(3), follower(4), silent(5)),
                        List.of("WARNING ZooKeeper: 1 ZooKeeper server not answering: 10.0.5.5:2181 (connection"
                                + " refused)")),
                Arguments.of(
                        healthy.with(leader(), follower(2), follower(3), follower(4)),
                        List.of("WARNING ZooKeeper: an even number of ZooKeeper voters: 4")),
                Arguments.of(
                        healthy.with(leader(), follower(2), server(3, "follower", "3.8.6", "0x10000002a", 30)),
                        List.of("REFUSAL ZooKeeper: ZooKeeper servers at transaction 0x10000002a hold different numbers"
                                + " of nodes: 10.0.1.5:2181 31, 10.0.2.5:2181 31, 10.0.3.5:2181 30")),
                Arguments.of(
                        healthy.with(leader(), follower(2), server(3, "follower", "3.8.6", "0x2a", 30)),
                        List.of("WARNING ZooKeeper: 1 ZooKeeper server behind the newest transaction 0x10000002a:"
                                + " 10.0.3.5:2181 (0x2a)")),
                Arguments.of(
                        healthy.with(leader(), follower(2), server(3, "follower", "3.9.3", "0x10000002a", 31)),
                        List.of(
                                "WARNING ZooKeeper: ZooKeeper servers of different versions: 3.8.6 (10.0.1.5:2181,"
                                        + " 10.0.2.5:2181), 3.9.3 (10.0.3.5:2181)",
                                "WARNING ZooKeeper: ZooKeeper 3.9.3 on 10.0.3.5:2181")),
                Arguments.of(
                        healthy.with(
                                leader(),
                                follower(2),
                                new Server(
                                        "10.0.3.5:2181",
                                        OptionalInt.of(3),
                                        "follower",
                                        "3.8.6",
                                        "0x10000002b",
                                        OptionalInt.empty(),
                                        "",
                                        Optional.of(new Ensemble.Load(250.5, 7, 2_000_000)))),
                        List.of(
                                "WARNING ZooKeeper: 1 ZooKeeper server slow: 10.0.3.5:2181 (250.5 ms on average, 7"
                                        + " outstanding)",
                                "NOTE ZooKeeper: a large tree in ZooKeeper: 10.0.3.5:2181 (2000000 nodes)")));
    }

    @ParameterizedTest
    @MethodSource("ill")
    void what_is_wrong_is_found_and_nothing_else(World world, List<String> found) {
        assertThat(world.findings()).isEqualTo(found);
    }

    @Test
    void every_finding_says_what_mends_it() {
        ill().map(arguments -> (World) arguments.get()[0])
                .flatMap(world -> new Checkup(DISK_FREE_PERCENT)
                                .of(Snapshot.of(
                                        Clusters.NOW,
                                        world.clusters().cluster(),
                                        world.clusters().disks(),
                                        world.claims(),
                                        world.settings(),
                                        world.ensemble()))
                                .stream())
                .forEach(found -> {
                    assertThat(found.finding().limit()).isNotBlank();
                    assertThat(found.finding().lift()).isNotBlank();
                });
    }

    @Test
    void what_was_not_read_is_not_judged() {
        assertThat(new Checkup(DISK_FREE_PERCENT).of(Snapshot.of(Clusters.NOW, new Ensemble(List.of()))))
                .extracting(found -> found.finding().what())
                .containsExactly("no ZooKeeper server leads");
    }

    @Test
    void topics_outside_the_promise_are_named_with_the_reasons() {
        Clusters clusters = Clusters.oldAndNew()
                .topic("debug", 1, ids(1))
                .topic("thin", 1, ids(1, 2, 3))
                .unclean("orders");

        assertThat(Promise.topics(clusters.cluster()))
                .extracting(Promise.Edge::name, edge -> String.join(" + ", edge.why()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "debug", "fewer than 3 replicas + min.insync.replicas below 2"),
                        org.assertj.core.groups.Tuple.tuple("orders", "unclean election"),
                        org.assertj.core.groups.Tuple.tuple("thin", "min.insync.replicas below 2"));
        assertThat(Promise.topics(Clusters.oldAndNew().cluster())).isEmpty();
    }

    @Test
    void the_brokers_defaults_are_judged_like_a_topic() {
        assertThat(Promise.defaults(configured(Map.of()))).isEmpty();
        assertThat(Promise.defaults(configured(Map.of(
                        1, Map.of(BrokerSettings.REPLICATION_FACTOR, "1", BrokerSettings.UNCLEAN_ELECTION, "true")))))
                .get()
                .extracting(Promise.Edge::why)
                .isEqualTo(List.of("fewer than 3 replicas", "unclean election"));
    }

    private static Claims.Left left(String id, Claims.State state, boolean owes) {
        return new Claims.Left(id, "drain 3", state, owes);
    }

    private static Claims.SetThrottle throttle(String name, String operation) {
        return new Claims.SetThrottle(name, Optional.of(operation).filter(id -> !id.isEmpty()));
    }

    private static Claims claim(String partition, String operation, Duration age) {
        TreeMap<TopicPartition, Claims.Claim> one = new TreeMap<>();
        one.put(
                TopicPartition.of(partition),
                new Claims.Claim(Optional.of(operation).filter(id -> !id.isEmpty()), Clusters.NOW.minus(age)));
        return new Claims(one, List.of(), List.of(), List.of());
    }

    private static BrokerSettings configured(Map<Integer, Map<String, String>> changed) {
        TreeMap<BrokerId, Map<String, String>> all = new TreeMap<>();
        for (int id : new int[] {1, 2, 1001}) {
            Map<String, String> usual = new TreeMap<>(Map.of(
                    BrokerSettings.PROTOCOL, "3.9",
                    BrokerSettings.UNCLEAN_ELECTION, "false",
                    BrokerSettings.MIN_IN_SYNC, "2",
                    BrokerSettings.REPLICATION_FACTOR, "3",
                    BrokerSettings.GENERATED_IDS, "false",
                    BrokerSettings.HIGHEST_GIVEN_ID, "1000",
                    BrokerSettings.MIGRATION, "false",
                    BrokerSettings.ZOOKEEPER, "10.0.1.5:2181,10.0.2.5:2181"));
            usual.putAll(changed.getOrDefault(id, Map.of()));
            all.put(new BrokerId(id), usual);
        }
        return new BrokerSettings(all, new TreeSet<>());
    }

    private static Ensemble asked(Server... servers) {
        return new Ensemble(List.of(servers));
    }

    private static Server leader() {
        return server(1, "leader", "3.8.6", "0x10000002a", 31);
    }

    private static Server follower(int id) {
        return server(id, "follower", "3.8.6", "0x10000002a", 31);
    }

    private static Server server(int id, String mode, String version, String zxid, long nodes) {
        return new Server(
                "10.0." + id + ".5:2181",
                OptionalInt.of(id),
                mode,
                version,
                zxid,
                OptionalInt.of(3),
                "",
                Optional.of(new Ensemble.Load(0.5, 0, nodes)));
    }

    private static Server silent(int id) {
        return new Server(
                "10.0." + id + ".5:2181", OptionalInt.of(id), "", "", "", OptionalInt.empty(), "connection refused");
    }
}
