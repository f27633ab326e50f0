package io.kash.commands.zk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.Fleet;
import io.kash.surgery.environment.Environment.Hooks;
import io.kash.surgery.environment.Environment.ZooKeeper;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.fake.SampleEnvironment;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.SimulatedEnsemble;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Servers 1 to 3 of six will leave; brokers 1 and 2 know no others, broker 3 does. */
class ZkRepointTest {
    private static final String OLD = "10.0.1.10:2181,10.0.2.10:2181,10.0.3.10:2181/kafka";
    private static final String NEW = "10.0.4.10:2181,10.0.5.10:2181,10.0.6.10:2181/kafka";

    private final SimulatedEnsemble ensemble = SimulatedEnsemble.of(6);
    private final SimulatedCluster cluster = new SimulatedCluster()
            .withBroker(1, "a")
            .withBroker(2, "b")
            .withBroker(3, "c")
            .withTopic("orders", 3, 1_000, 1, 2, 3)
            .withEnsemble(ensemble)
            .runningWith(1, BrokerSettings.ZOOKEEPER, OLD)
            .runningWith(2, BrokerSettings.ZOOKEEPER, OLD)
            .runningWith(3, BrokerSettings.ZOOKEEPER, NEW);
    private final Workplace lab = Workplace.in(environment(), cluster).answering("yes");

    private static Environment environment() {
        return SampleEnvironment.like(Workplace.environment(Protection.CONFIRM))
                .zookeeper(new ZooKeeper(NEW, Optional.empty(), Duration.ofSeconds(2)))
                .fleets(Map.of("zookeeper-old", new Fleet(List.of(1, 2, 3))))
                .hooks(new Hooks(
                        List.of("ssh", "${host}", "restart", "${id}"),
                        List.of("ssh", "${host}", "stop", "${kind}", "${id}"),
                        List.of()))
                .done();
    }

    private static String withoutHash(String text) {
        return text.replaceAll("Plan [0-9a-f]{4}", "Plan HASH").replaceAll("\\d\\d:\\d\\d:\\d\\dZ", "TIME");
    }

    @Test
    void the_preview_names_the_brokers_that_depend_on_what_leaves_and_the_list_each_is_to_have() {
        assertThat(lab.run("zk repoint --from-old --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(withoutHash(lab.notes()))
                .isEqualTo(
                        """

                  Environment  lab (confirm)   cluster cluster-1   controller 1
                  Observed     TIME · 0 under-replicated · 0 reassignments

                  * restart   2 brokers   one at a time, the controller last

                  BROKER  LEADS  HOLDS  RUNS
                       2      1      3  ssh 10.0.0.2 restart 2
                       1      1      3  ssh 10.0.0.1 restart 1

                  Each is to show zookeeper.connect=%s

                  Plan HASH · cannot be undone: a process that has ended does not come back
                  Its journal is kept on this machine: nobody else can see or resume it.
                Dry run: nothing was changed.
                """
                                .formatted(NEW));
    }

    @Test
    void brokers_whose_configuration_was_changed_are_restarted_and_then_nobody_depends_on_what_leaves() {
        cluster.configuredWith(1, BrokerSettings.ZOOKEEPER, NEW).configuredWith(2, BrokerSettings.ZOOKEEPER, NEW);

        assertThat(lab.run("zk repoint 1 2 3")).isEqualTo(Outcome.DONE);
        assertThat(lab.run("zk repoint 1 2 3")).isEqualTo(Outcome.DONE);

        assertThat(lab.notes()).endsWith("Nothing to do: no broker needs it.\n");
        assertThat(cluster.effects())
                .extracting(Effect::title)
                .containsExactly(
                        "restart broker 2: ssh 10.0.0.2 restart 2", "restart broker 1: ssh 10.0.0.1 restart 1");
    }

    @Test
    void what_forgets_the_chroot_is_never_offered() {
        assertThat(lab.run("zk retire 1 2 3")).isEqualTo(Outcome.REFUSED);

        assertThat(lab.notes())
                .contains("set it to " + NEW + " in what configures them, and restart them: zk repoint 1 2 3");
    }

    @Test
    void brokers_that_keep_their_data_in_different_places_are_not_given_one_list() {
        cluster.runningWith(2, BrokerSettings.ZOOKEEPER, "10.0.1.10:2181/other");

        assertThat(lab.problem("zk repoint --from-old").what())
                .isEqualTo(
                        "brokers of this cluster keep their data in different places: broker 1 in '/kafka', broker 2 in"
                                + " '/other'");
    }

    @Test
    void a_broker_that_goes_by_a_name_needs_no_restart_when_the_name_stands_for_those_that_stay() {
        String name = "zookeeper.service.consul:2181/kafka";
        cluster.withName("zookeeper.service.consul", true, "10.0.1.10", "10.0.4.10", "10.0.5.10")
                .runningWith(1, BrokerSettings.ZOOKEEPER, name)
                .runningWith(2, BrokerSettings.ZOOKEEPER, name);

        assertThat(lab.run("zk repoint --from-old")).isEqualTo(Outcome.DONE);

        cluster.withName("zookeeper.service.consul", true, "10.0.1.10", "10.0.4.10");
        assertThat(lab.problem("zk repoint --from-old"))
                .isEqualTo(Problem.failed(
                        "brokers 1,2 find the ensemble at " + name + ", and only 1 of those stays, where 2 are wanted",
                        "zookeeper.connect",
                        "they resolve it whenever they connect; a restart would change nothing",
                        "register 10.0.4.10:2181, 10.0.5.10:2181, 10.0.6.10:2181 behind it, with checks that pass"));
    }

    @Test
    void a_retirement_hides_a_server_from_its_name_first() {
        cluster.withName("zookeeper.service.consul", true, "10.0.1.10", "10.0.4.10", "10.0.5.10")
                .runningWith(1, BrokerSettings.ZOOKEEPER, "zookeeper.service.consul:2181")
                .runningWith(2, BrokerSettings.ZOOKEEPER, NEW);

        assertThat(lab.run("zk retire 1 --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(lab.notes())
                .contains(
                        """
                  - hide      server 1  10.0.1.10        out of zookeeper.service.consul, by Consul's maintenance · rests for 2s
                  - retire    server 1  10.0.1.10:2181   5 voters, 2 may fail · settles for 2s
                  - stop      server 1  its process      ssh 10.0.1.10 stop zookeeper 1 · 3 connections move on
                """);
    }

    @Test
    void somebody_has_to_stay() {
        assertThat(lab.problem("zk repoint 1 2 3 4 5 6").what()).isEqualTo("no server would stay");
    }

    @Test
    void a_retirement_shows_the_program_that_stops_each_and_runs_it_when_it_is_out() {
        cluster.runningWith(1, BrokerSettings.ZOOKEEPER, NEW).runningWith(2, BrokerSettings.ZOOKEEPER, NEW);

        assertThat(lab.run("zk retire --from-old --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);
        assertThat(lab.notes())
                .contains(
                        """
                  - retire    server 1  10.0.1.10:2181   5 voters, 2 may fail · settles for 2s
                  - stop      server 1  its process      ssh 10.0.1.10 stop zookeeper 1 · 3 connections move on
                """);
        assertThat(lab.answering("yes").run("zk retire --from-old")).isEqualTo(Outcome.DONE);
        assertThat(ensemble.effects())
                .extracting(Effect::title)
                .contains("stop server 3: ssh 10.0.3.10 stop zookeeper 3");
    }
}
