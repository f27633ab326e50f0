package io.kash.commands.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.Ours;
import io.kash.commands.fake.Structure;
import io.kash.commands.fake.Typed;
import io.kash.commands.session.FirstSeenHere;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Outcome;
import io.kash.commands.view.AnswerTree;
import io.kash.surgery.fake.Clusters;
import io.kash.surgery.fake.FakeConnection;
import io.kash.surgery.fake.FakeObserver;
import io.kash.surgery.fake.SampleEnvironments;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusTest {
    private static final Server LEADER =
            new Server("10.0.1.5:2181", OptionalInt.of(1), "leader", "3.8.6", "0x100000a41", OptionalInt.of(14), "");
    private static final Server FOLLOWER =
            new Server("10.0.2.5:2181", OptionalInt.of(2), "follower", "3.8.6", "0x100000a41", OptionalInt.of(3), "");
    private static final Server DEAD =
            new Server("10.0.3.5:2181", OptionalInt.empty(), "", "", "", OptionalInt.empty(), "connection refused");

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_quiet_cluster_fits_one_screen() {
        FakeSession session =
                FakeSession.lab(Clusters.oldAndNew().observer().with(new Ensemble(List.of(LEADER, FOLLOWER))));

        assertThat(Typed.run(status(session))).isEqualTo(Outcome.DONE);

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                lab (confirm)
                  Observed    2026-07-28T14:02:07Z
                  Cluster     q3xQkA
                  Controller  broker 1
                  Brokers     6 up
                  Topics      2 topics, 5 partitions
                  Health      every replica is in sync

                Brokers
                  FLEET  ZONE  UP  NOT UP
                  new    a     11  -
                  new    b     12  -
                  new    c     13  -
                  old    a     1   -
                  old    b     2   -
                  old    c     3   -

                Partitions not fully in sync  none

                Fullest disks
                  BROKER  DIRECTORY   STATE   USED    FREE     SIZE  ERROR
                       1  /var/kafka  online  40 %  60 GiB  100 GiB  -
                       2  /var/kafka  online  40 %  60 GiB  100 GiB  -
                       3  /var/kafka  online  40 %  60 GiB  100 GiB  -
                  … 3 more (--all)

                Reassignments  none
                Throttles  none

                ZooKeeper  leader 10.0.1.5:2181, 1 follower
                  SERVER         ID  MODE      VERSION  LAST ZXID    CONNECTIONS  PROBLEM
                  10.0.1.5:2181   1  leader    3.8.6    0x100000a41           14  -
                  10.0.2.5:2181   2  follower  3.8.6    0x100000a41            3  -

                Findings  none

                Recent operations
                  OPERATION
                  7f3a  drain 3  running since 13:58Z
                """);
        assertThat(session.recording().notes()).isEmpty();
    }

    @Test
    void a_bad_night_is_on_one_screen_with_what_survives_and_whose_work_is_running() {
        FakeSession session = FakeSession.lab(badNight());

        assertThat(Typed.run(status(session))).isEqualTo(Outcome.DONE);

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                lab (confirm)
                  Observed    2026-07-28T14:02:07Z
                  Cluster     q3xQkA
                  Controller  broker 1
                  Brokers     5 up, 1 down
                  Topics      3 topics, 6 partitions
                  Health      1 offline, 1 under min ISR, 3 at min ISR, 0 under-replicated

                Brokers
                  FLEET  ZONE  UP  NOT UP
                  new    a     11  -
                  new    b     12  -
                  new    c     13  -
                  old    -     -   3
                  old    a     1   -
                  old    b     2   -

                Partitions not fully in sync
                  PARTITION   STATE          MIN ISR  ISR  REPLICAS  LEADER
                  payments-0  offline              2  -    1,2,3          -
                  payments-2  under min ISR        2  1    3,1,2          1
                  orders-0    at min ISR           2  1,2  11,2,3,1       1
                  orders-1    at min ISR           2  2,1  12,2,1,3       2
                  payments-1  at min ISR           2  2,1  2,3,1          2

                Fullest disks
                  BROKER  DIRECTORY   STATE   USED    FREE     SIZE  ERROR
                      14  /var/kafka  online  80 %  20 GiB  100 GiB  -
                       1  /var/kafka  online  40 %  60 GiB  100 GiB  -
                       2  /var/kafka  online  40 %  60 GiB  100 GiB  -
                  … 3 more (--all)

                Reassignments  2, 1 not ours
                  PARTITION  FROM   TO      ADDING  REMOVING  COPIED          OWNER     FIRST SEEN
                  orders-0   2,3,1  11,2,3  11      1         0 % of 256 MiB  7f3a      now
                  orders-1   2,1,3  12,2,1  12      3         0 % of 256 MiB  not ours  now

                Throttles  2, 1 not ours
                  OF      NAME      KEY                                    VALUE        OWNER     FIRST SEEN
                  broker  1         leader.replication.throttled.rate      80 MB/s      7f3a      now
                  topic   payments  leader.replication.throttled.replicas  0:1,0:2,1:2  not ours  now

                ZooKeeper  leader 10.0.1.5:2181, 1 follower, 1 of 3 servers not answering
                  SERVER         ID  MODE       VERSION  LAST ZXID    CONNECTIONS  PROBLEM
                  10.0.1.5:2181   1  leader     3.8.6    0x100000a41           14  -
                  10.0.2.5:2181   2  follower   3.8.6    0x100000a41            3  -
                  10.0.3.5:2181   -  no answer  -        -                      -  connection refused

                Findings
                  SEVERITY  FOUND                                           BETTER
                  warning   1 topic with one replica: debug                 give them more replicas
                  warning   1 disk above 75 %: broker 14 /var/kafka (80 %)  move replicas away, shorten retention or enlarge the volume

                Recent operations
                  OPERATION
                  7f3a  drain 3  running since 13:58Z
                """);
    }

    @Test
    void an_engine_that_is_down_shows_as_that_beside_the_others_and_fails_the_command() {
        Problem down = Problem.failed("Kafka does not answer", "10.0.0.1:9092", "connection refused", "env show");
        FakeObserver observer = badNight().failing(Cluster.class, down).failing(Throttles.class, down);
        FakeSession session = FakeSession.lab(observer);

        assertThat(Typed.run(status(session))).isEqualTo(Outcome.FAILED);

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                lab (confirm)  not read: Kafka does not answer: connection refused
                Brokers  not read: Kafka does not answer: connection refused
                Partitions  not read: Kafka does not answer: connection refused

                Fullest disks
                  BROKER  DIRECTORY   STATE   USED    FREE     SIZE  ERROR
                      14  /var/kafka  online  80 %  20 GiB  100 GiB  -
                       1  /var/kafka  online  40 %  60 GiB  100 GiB  -
                       2  /var/kafka  online  40 %  60 GiB  100 GiB  -
                  … 3 more (--all)

                Reassignments  not read: Kafka does not answer: connection refused
                Throttles  not read: Kafka does not answer: connection refused

                ZooKeeper  leader 10.0.1.5:2181, 1 follower, 1 of 3 servers not answering
                  SERVER         ID  MODE       VERSION  LAST ZXID    CONNECTIONS  PROBLEM
                  10.0.1.5:2181   1  leader     3.8.6    0x100000a41           14  -
                  10.0.2.5:2181   2  follower   3.8.6    0x100000a41            3  -
                  10.0.3.5:2181   -  no answer  -        -                      -  connection refused

                Findings
                  SEVERITY  FOUND                                           BETTER
                  warning   1 disk above 75 %: broker 14 /var/kafka (80 %)  move replicas away, shorten retention or enlarge the volume

                Recent operations
                  OPERATION
                  7f3a  drain 3  running since 13:58Z
                """);
        assertThat(session.recording().notes())
                .isEqualTo(
                        """
                error: Kafka does not answer
                  where: 10.0.0.1:9092
                  why:   connection refused
                  next:  env show
                """);
    }

    @Test
    void an_engine_that_hangs_takes_no_longer_than_its_limit() {
        FakeSession session = FakeSession.lab(badNight().hanging(Ensemble.class));

        assertThat(Typed.run(status(session, Duration.ofMillis(300)))).isEqualTo(Outcome.TIMED_OUT);

        assertThat(session.recording().data())
                .contains("ZooKeeper  not read: no answer within 300 ms")
                .contains("lab (confirm)");
    }

    @Test
    void what_could_not_be_read_is_null_in_json_and_not_an_empty_list() {
        Problem down = Problem.failed("Kafka does not answer", "10.0.0.1:9092", "connection refused", "env show");
        Status status = status(FakeSession.lab(badNight().failing(Cluster.class, down)));

        JsonNode tree = AnswerTree.of(status.ask(Typed.parse(status)));

        assertThat(tree.get("partitions").isNull()).isTrue();
        assertThat(tree.get("reassignments").isNull()).isTrue();
        assertThat(tree.get("throttles").isArray()).isTrue();
        assertThat(tree.get("problems")).hasSize(1);
    }

    @Test
    void a_broker_that_says_nothing_is_named_beside_the_rest() {
        FakeSession session =
                FakeSession.lab(Clusters.oldAndNew().silent(12).observer().with(new Ensemble(List.of(LEADER))));

        assertThat(Typed.run(status(session))).isEqualTo(Outcome.DONE);

        assertThat(session.recording().notes())
                .isEqualTo(
                        """
                note: no answer about disks from broker 12; sizes leave them out
                note: no answer about throttles from broker 12; it may have some
                """);
    }

    @Test
    void an_environment_without_zookeeper_says_so_and_does_not_fail() {
        FakeSession session = FakeSession.on(new FakeConnection(
                SampleEnvironments.bare(), Clusters.oldAndNew().observer()));

        assertThat(Typed.run(status(session))).isEqualTo(Outcome.DONE);

        assertThat(session.recording().data()).contains("ZooKeeper  not named in this environment\n");
    }

    @Test
    void the_json_has_its_documented_structure() {
        Status status = status(FakeSession.lab(badNight()));

        assertThat(Structure.of(AnswerTree.of(status.ask(Typed.parse(status)))))
                .containsExactly(
                        "brokers[] array",
                        "brokers[].fleet string",
                        "brokers[].notUp[] array",
                        "brokers[].notUp[] number",
                        "brokers[].up[] array",
                        "brokers[].up[] number",
                        "brokers[].zone string",
                        "cluster.atMinIsr number",
                        "cluster.brokersDown number",
                        "cluster.brokersUp number",
                        "cluster.controller number",
                        "cluster.environment string",
                        "cluster.id string",
                        "cluster.notFull number",
                        "cluster.observed string",
                        "cluster.offline number",
                        "cluster.partitions number",
                        "cluster.protection string",
                        "cluster.topics number",
                        "cluster.underMinIsr number",
                        "disks[] array",
                        "disks[].broker number",
                        "disks[].error string",
                        "disks[].freeBytes number",
                        "disks[].path string",
                        "disks[].state string",
                        "disks[].totalBytes number",
                        "disks[].usedPercent number",
                        "findings[] array",
                        "findings[].lift string",
                        "findings[].limit string",
                        "findings[].severity string",
                        "findings[].what string",
                        "format string",
                        "notes[] array",
                        "observedAt string",
                        "operations[] array",
                        "operations[].operation string",
                        "partitions[] array",
                        "partitions[].isr[] array",
                        "partitions[].isr[] number",
                        "partitions[].leader null",
                        "partitions[].leader number",
                        "partitions[].minInSyncReplicas number",
                        "partitions[].partition string",
                        "partitions[].replicas[] array",
                        "partitions[].replicas[] number",
                        "partitions[].state string",
                        "problems[] array",
                        "reassignments[] array",
                        "reassignments[].adding[] array",
                        "reassignments[].adding[] number",
                        "reassignments[].copiedBytes number",
                        "reassignments[].firstSeen string",
                        "reassignments[].from[] array",
                        "reassignments[].from[] number",
                        "reassignments[].owner null",
                        "reassignments[].owner string",
                        "reassignments[].partition string",
                        "reassignments[].removing[] array",
                        "reassignments[].removing[] number",
                        "reassignments[].to[] array",
                        "reassignments[].to[] number",
                        "reassignments[].totalBytes number",
                        "throttles[] array",
                        "throttles[].firstSeen string",
                        "throttles[].key string",
                        "throttles[].name string",
                        "throttles[].owner null",
                        "throttles[].owner string",
                        "throttles[].resource string",
                        "throttles[].value string",
                        "zookeeper[] array",
                        "zookeeper[].address string",
                        "zookeeper[].connections null",
                        "zookeeper[].connections number",
                        "zookeeper[].id null",
                        "zookeeper[].id number",
                        "zookeeper[].mode string",
                        "zookeeper[].problem string",
                        "zookeeper[].version string",
                        "zookeeper[].zxid string");
    }

    private static FakeObserver badNight() {
        return Clusters.oldAndNew()
                .topic("debug", 1, Clusters.ids(2))
                .dead(3)
                .isr("payments-2", 1)
                .isr("payments-0")
                .reassigning("orders-0", 11, 2, 3)
                .reassigning("orders-1", 12, 2, 1)
                .throttle(1, Throttles.LEADER_RATE, "80000000")
                .throttle("payments", Throttles.LEADER_REPLICAS, "0:1,0:2,1:2")
                .disk(14, 100 * Clusters.GIB, 20 * Clusters.GIB)
                .observer()
                .with(new Ensemble(List.of(LEADER, FOLLOWER, DEAD)));
    }

    private Status status(Session session) {
        return status(session, Duration.ofSeconds(10));
    }

    private Status status(Session session, Duration limit) {
        Ours ours = new Ours(Map.of("orders-0", "7f3a"), Map.of("1", "7f3a"));
        return new Status(
                session,
                ours,
                new FirstSeenHere(),
                most -> List.of("7f3a  drain 3  running since 13:58Z"),
                threads,
                limit);
    }
}
