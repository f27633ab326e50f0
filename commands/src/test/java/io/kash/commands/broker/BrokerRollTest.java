package io.kash.commands.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.evidence.EvidenceRoom;
import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.Hooks;
import io.kash.surgery.environment.IdentityPins;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.fake.FakeConnection;
import io.kash.surgery.fake.RollingCluster;
import io.kash.surgery.fake.SampleEnvironment;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.operation.Repertoire;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.pairing.KeyFile;
import io.kash.surgery.pairing.Operator;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.repertoire.Repertoires;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerRollTest {
    private static final Hooks HOOKS = new Hooks(
            List.of("ssh", "${host}", "restart-kafka", "${id}"), List.of(), List.of("ssh", "${host}", "kafka-pid"));

    private final RollingCluster cluster = new RollingCluster(1, 2, 3)
            .withTopic("orders", 2, 1, 2, 3)
            .withTopic("payments", 1, 2, 3)
            .controlledBy(1);
    private final Workplace lab = lab(HOOKS).answering("yes");

    private Workplace lab(Hooks hooks) {
        Environment environment = SampleEnvironment.like(Workplace.environment(Protection.CONFIRM))
                .hooks(hooks)
                .done();
        Repertoire repertoire = Repertoires.standard();
        OperatingRoom room = new OperatingRoom(
                repertoire,
                repertoire.json(),
                new IdentityPins(Path.of("no-such-directory")),
                cluster.time(),
                () -> 0L,
                cluster.time(),
                new Operator(Workplace.OPERATOR, "shell-1", new KeyFile(Path.of("no-such-key"))),
                EvidenceRoom.NONE);
        return new Workplace(
                Workplace.oldAndNew(), FakeSession.on(new FakeConnection(environment, cluster, cluster)), room);
    }

    private static String withoutHash(String text) {
        return text.replaceAll("Plan [0-9a-f]{4} ", "Plan HASH ");
    }

    @Test
    void the_preview_names_every_broker_in_its_order_with_the_program_that_is_run() {
        assertThat(lab.run("broker roll 1 2 3 --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(withoutHash(lab.notes()))
                .isEqualTo(
                        """

                  Environment  lab (confirm)   cluster cluster-1   controller 1
                  Observed     14:02:07Z · 0 under-replicated · 0 reassignments

                  * restart   3 brokers   one at a time, the controller last

                  BROKER  LEADS  HOLDS  RUNS
                       2      1      2  ssh 10.0.0.2 restart-kafka 2
                       3      0      2  ssh 10.0.0.3 restart-kafka 3
                       1      1      1  ssh 10.0.0.1 restart-kafka 1

                  Plan HASH · cannot be undone: a process that has ended does not come back
                  Its journal is kept on this machine: nobody else can see or resume it.
                Dry run: nothing was changed.
                """);
    }

    @Test
    void expectations_and_what_is_accepted_are_part_of_the_preview() {
        cluster.withTopic("scratch", 1, 2);

        assertThat(lab.run("broker roll --expect zookeeper.connect=zk-4:2181,zk-5:2181 --accept scratch --dry-run"))
                .isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(withoutHash(lab.notes()))
                .isEqualTo(
                        """

                  Environment  lab (confirm)   cluster cluster-1   controller 1
                  Observed     14:02:07Z · 0 under-replicated · 0 reassignments

                  * restart   3 brokers   one at a time, the controller last

                  BROKER  LEADS  HOLDS  RUNS
                       2      2      3  ssh 10.0.0.2 restart-kafka 2
                       3      0      2  ssh 10.0.0.3 restart-kafka 3
                       1      1      1  ssh 10.0.0.1 restart-kafka 1

                  Each is to show zookeeper.connect=zk-4:2181,zk-5:2181

                  May be without writes or a leader meanwhile: scratch

                  Plan HASH · cannot be undone: a process that has ended does not come back
                  Its journal is kept on this machine: nobody else can see or resume it.
                Dry run: nothing was changed.
                """);
    }

    @Test
    void it_is_done_when_each_is_another_process_and_whole_again() {
        assertThat(lab.run("broker roll 1 2 3")).isEqualTo(Outcome.DONE);

        assertThat(cluster.hooks())
                .containsExactly(
                        "ssh 10.0.0.2 restart-kafka 2", "ssh 10.0.0.3 restart-kafka 3", "ssh 10.0.0.1 restart-kafka 1");
        assertThat(lab.data())
                .isEqualTo(
                        """
                  3 of 3 brokers restarted, with every replica in sync
                  0 reassignments listed
                Done and verified: ID broker roll 1 2 3
                """
                                .replace("ID", lab.operation().id().toString()));
    }

    @Test
    void a_hook_that_fails_leaves_the_rest_alone_and_the_roll_can_be_resumed() {
        cluster.failing(3, new Reply.Rejected(Map.of("restart broker 3", "the hook exited 255: no route to host")));

        assertThat(lab.run("broker roll 1 2 3")).isEqualTo(Outcome.PARTLY_DONE);

        assertThat(cluster.hooks()).hasSize(2);
        assertThat(cluster.process(1)).isEqualTo(1);
        assertThat(lab.notes()).contains("the hook exited 255: no route to host");
    }

    @Test
    void without_a_hook_it_says_where_to_name_one() {
        Workplace bare = lab(Hooks.NONE).answering("yes");

        assertThat(bare.run("broker roll 2 --expect " + BrokerSettings.ZOOKEEPER + "=zk-4:2181"))
                .isEqualTo(Outcome.REFUSED);

        assertThat(bare.notes())
                .isEqualTo(
                        """
                Refused, nothing was changed:
                  x the environment has no hook that restarts a broker
                      limit  kash restarts nothing by itself
                      lift   name one in the environments file: hooks: {restart: [ssh, "${host}", sudo, systemctl, restart, kafka]}
                """);
    }

    @Test
    void brokers_that_show_what_is_expected_are_nothing_to_do() {
        assertThat(lab.run("broker roll --expect zookeeper.connect=zk-1:2181")).isEqualTo(Outcome.DONE);

        assertThat(cluster.hooks()).isEmpty();
        assertThat(lab.notes()).contains("each of them shows the settings that are expected");
    }

    @Test
    void nothing_named_is_not_everything() {
        assertThat(lab.problem("broker roll"))
                .isEqualTo(Problem.usage(
                        "no broker is named",
                        "broker roll",
                        "brokers are restarted by their ids, or because they do not show what is expected",
                        "broker roll 1 2 3, or --expect key=value"));
    }

    @Test
    void words_that_cannot_be_right_are_said_before_anything_is_planned() {
        assertThat(lab.problem("broker roll 7").what()).isEqualTo("there is no broker 7");
        assertThat(lab.problem("broker roll 1 --accept nothing").what()).isEqualTo("there is no topic nothing");
        assertThat(lab.problem("broker roll 1 --within 0").what()).isEqualTo("--within 0 is not possible");
        assertThat(lab.problem("broker roll 1 --expect a=1 --expect a=2").what())
                .isEqualTo("--expect names a twice");
    }
}
