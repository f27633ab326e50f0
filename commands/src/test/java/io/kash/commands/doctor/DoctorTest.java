package io.kash.commands.doctor;

import static io.kash.surgery.fake.Clusters.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.RecordingScreen;
import io.kash.commands.fake.Typed;
import io.kash.commands.fake.Workplace;
import io.kash.commands.session.Ownership;
import io.kash.commands.terminal.Escaping;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.fake.Clusters;
import io.kash.surgery.fake.FakeConnection;
import io.kash.surgery.fake.FakeObserver;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoctorTest {
    private static final String NOTES =
            """
            note: what producers ask for cannot be seen: only records they write with acks=all are within the promise
            note: not looked at: AWS, Consul (this version asks neither)
            """;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_healthy_cluster_has_no_finding_and_the_edges_of_the_promise_are_said() {
        FakeSession session = FakeSession.lab(
                Clusters.oldAndNew().observer().with(settings("3", "2")).with(ensemble()));

        assertThat(Typed.run(doctor(session))).isEqualTo(Outcome.DONE);

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                lab (confirm)
                  Observed  2026-07-28T14:02:07Z
                  Cluster   q3xQkA

                Findings  none
                Outside the promise  no topic
                """);
        assertThat(session.recording().notes()).isEqualTo(NOTES);
    }

    @Test
    void an_ill_cluster_is_told_the_worst_first_with_limit_and_lift() {
        FakeSession session = FakeSession.lab(ill());

        assertThat(Typed.run(doctor(session))).isEqualTo(Outcome.REFUSED);

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                lab (confirm)
                  Observed  2026-07-28T14:02:07Z
                  Cluster   q3xQkA

                Findings  2 stop moves, 5 warnings, 1 note
                  stops moves  1 partition without a leader: payments-0 (ISR none of 1,2,3)
                    limit  every partition has a leader
                    lift   start a broker of its ISR again; the ISR is what can bring it back without loss
                  stops moves  1 topic with unclean.leader.election.enable=true: orders
                    limit  only a replica in sync may become leader, else records are lost
                    lift   set unclean.leader.election.enable=false on them
                  warning  4 partitions at min.insync.replicas: orders-0 (ISR 1,2 of 1,2,3), orders-1 (ISR 2,1 of 2,3,1), payments-1
                           (ISR 2,1 of 2,3,1) and 1 more
                    limit  one more in sync than min.insync.replicas
                    lift   start the brokers that are missing, or wait until they have caught up
                  warning  1 throttle set by others while nothing is reassigned: broker 1
                    limit  a throttle stands only while a move runs; left behind, it slows replicas that catch up
                    lift   kash leaves alone what it did not set: ask who did; throttles list shows the values
                  warning  1 broker holds replicas and is not there: 3 (5 replicas, not registered)
                    limit  every replica is on a broker that is registered and not fenced
                    lift   start it with the old disk, or give the replicas to others with broker drain 3
                  warning  1 topic with one replica: debug
                    limit  two replicas or more; with one, a stopped broker stops the topic and a lost disk loses it
                    lift   give them more replicas
                  warning  2 of 3 ZooKeeper voters answer, and none may fail; silent: 10.0.3.5:2181 (connection refused)
                    limit  one voter more than a quorum, so that one may fail
                    lift   start it with the disk it had before anything else is done to the ensemble
                  note  1 partition not led by the preferred replica: payments-2
                    limit  the first replica leads, so that leaders are spread as they were placed
                    lift   leaders elect

                Outside the promise  2 topics
                  TOPIC                    REPLICAS  MIN ISR  UNCLEAN  BECAUSE
                  debug                           1        1  no       fewer than 3 replicas, min.insync.replicas below 2
                  orders                          3        2  yes      unclean election
                  (new topics by default)         1        2  no       fewer than 3 replicas
                """);
        assertThat(session.recording().notes()).isEqualTo(NOTES);
    }

    @Test
    void programs_get_every_finding_and_every_topic_outside() {
        FakeSession session = FakeSession.lab(ill()).with(RecordingScreen.pipe());

        assertThat(Typed.run(doctor(session), "--query", "findings[].[severity,about]"))
                .isEqualTo(Outcome.REFUSED);

        assertThat(session.recording().data().replaceAll("\\s+", ""))
                .isEqualTo("[[\"refusal\",\"partitions\"],[\"refusal\",\"topics\"],[\"warning\",\"partitions\"],"
                        + "[\"warning\",\"throttles\"],[\"warning\",\"brokers\"],[\"warning\",\"topics\"],"
                        + "[\"warning\",\"ZooKeeper\"],[\"note\",\"leaders\"]]");
    }

    @Test
    void what_came_from_a_cluster_never_reaches_the_terminal_raw() {
        String hostile = "a\u001b[2Jb\r\u202e";
        FakeObserver observer = Clusters.of()
                .broker(1, hostile)
                .broker(2, hostile)
                .broker(3, "b")
                .topic("near", 2, ids(1, 2, 1))
                .observer()
                .with(new BrokerSettings(
                        new TreeMap<>(Map.of(
                                new BrokerId(1), Map.of(BrokerSettings.PROTOCOL, hostile),
                                new BrokerId(2), Map.of(BrokerSettings.PROTOCOL, "3.9"))),
                        new TreeSet<>()))
                .with(new Ensemble(List.of(
                        new Server("10.0.1.5:2181", OptionalInt.of(1), "", "", "", OptionalInt.empty(), hostile))));
        FakeSession session = FakeSession.lab(observer);

        Typed.run(doctor(session));
        Typed.run(doctor(session), "--output", "tsv");
        Typed.run(doctor(session), "--output", "json");

        String all = session.recording().data() + session.recording().notes();
        assertThat(all).contains("a\\x1b[2Jb\\x0d\\u202e").contains("a\\u001B[2Jb\\r\\u202e");
        assertThat(all.codePoints().filter(c -> c != '\n' && c != '\t').noneMatch(Escaping::dangerous))
                .isTrue();
    }

    @Test
    void an_engine_that_does_not_answer_fails_it_and_the_others_are_looked_at() {
        Problem down = Problem.failed("Kafka does not answer", "10.0.0.1:9092", "connection refused", "env show");
        FakeSession session = FakeSession.lab(new FakeObserver()
                .failing(Cluster.class, down)
                .failing(Disks.class, down)
                .failing(Throttles.class, down)
                .failing(BrokerSettings.class, down)
                .with(new Ensemble(List.of(server(1, "leader"), server(2, "follower"), silent(3)))));

        assertThat(Typed.run(doctor(session))).isEqualTo(Outcome.FAILED);

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                lab (confirm)
                  Observed  2026-07-28T14:02:07Z
                  Cluster   -

                Findings  1 warning
                  warning  2 of 3 ZooKeeper voters answer, and none may fail; silent: 10.0.3.5:2181 (connection refused)
                    limit  one voter more than a quorum, so that one may fail
                    lift   start it with the disk it had before anything else is done to the ensemble

                Outside the promise  not known
                """);
        assertThat(session.recording().notes())
                .contains("error: Kafka does not answer")
                .containsOnlyOnce("error:");
    }

    @Test
    void an_operation_whose_shell_died_is_found_with_the_command_that_goes_on_with_it() {
        Workplace lab = Workplace.of(Workplace.oldAndNew());
        FakeSession session = FakeSession.on(new FakeConnection(
                lab.session().connection().environment(),
                Clusters.oldAndNew().observer().with(settings("3", "2")).with(ensemble())));
        Operation operation;
        try (OperationLock lock = OperationLock.take(
                        session.connection().store(),
                        Workplace.OPERATOR,
                        Clock.fixed(Clusters.NOW, ZoneOffset.UTC),
                        () -> 0L)
                .orElseThrow()) {
            operation = lab.room()
                    .operations(session.connection())
                    .begin(
                            lab.plan(Workplace.toNew()),
                            new Reversal.None("a test"),
                            lock,
                            new Event.Consented("typed yes"));
            operation.take(lock, Workplace.OPERATOR);

            Typed.run(doctor(session), "--query", "findings[].what");
            assertThat(session.recording().data()).isEqualTo("[ ]\n");
        }

        assertThat(Typed.run(doctor(session))).isEqualTo(Outcome.DONE);

        assertThat(session.recording().data())
                .contains("warning  operation " + operation.id() + " (topics move --to-new) is unfinished\n")
                .contains("lift   ops resume " + operation.id() + ", or ops undo " + operation.id() + "\n");
    }

    private static FakeObserver ill() {
        return Clusters.oldAndNew()
                .topic("debug", 1, ids(1))
                .unclean("orders")
                .dead(3)
                .isr("payments-0")
                .throttle(1, Throttles.LEADER_RATE, "80000000")
                .observer()
                .with(settings("1", "2"))
                .with(new Ensemble(List.of(server(1, "leader"), server(2, "follower"), silent(3))));
    }

    private Doctor doctor(FakeSession session) {
        return new Doctor(
                session,
                Workplace.of(Workplace.oldAndNew()).room(),
                Ownership.UNKNOWN,
                (subject, present, now) -> Map.of(),
                threads,
                Duration.ofSeconds(5));
    }

    private static BrokerSettings settings(String replicas, String inSync) {
        TreeMap<BrokerId, Map<String, String>> all = new TreeMap<>();
        for (BrokerId id : ids(1, 2, 3, 11, 12, 13)) {
            all.put(
                    id,
                    Map.of(
                            BrokerSettings.PROTOCOL,
                            "3.9",
                            BrokerSettings.UNCLEAN_ELECTION,
                            "false",
                            BrokerSettings.MIN_IN_SYNC,
                            inSync,
                            BrokerSettings.REPLICATION_FACTOR,
                            replicas));
        }
        return new BrokerSettings(all, new TreeSet<>());
    }

    private static Ensemble ensemble() {
        return new Ensemble(List.of(server(1, "leader"), server(2, "follower"), server(3, "follower")));
    }

    private static Server server(int id, String mode) {
        return new Server(
                "10.0." + id + ".5:2181", OptionalInt.of(id), mode, "3.8.6", "0x10000002a", OptionalInt.of(3), "");
    }

    private static Server silent(int id) {
        return new Server(
                "10.0." + id + ".5:2181", OptionalInt.empty(), "", "", "", OptionalInt.empty(), "connection refused");
    }
}
