package io.kash.commands.zk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.Hooks;
import io.kash.surgery.environment.Environment.ZooKeeper;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.fake.ListedEnsemble;
import io.kash.surgery.fake.SampleEnvironment;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.kafka.BrokerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Servers join an ensemble of 3.4 and leave it, on the screen. */
class ZkByRestartsTest {
    private static final String ALL = "10.0.1.10:2181,10.0.2.10:2181,10.0.3.10:2181,10.0.4.10:2181";

    private final ListedEnsemble ensemble = ListedEnsemble.of(3).withGuest(4).named(4);
    private final SimulatedCluster cluster = new SimulatedCluster()
            .withBroker(1, "a")
            .withEnsemble(ensemble)
            .runningWith(1, BrokerSettings.ZOOKEEPER, ALL);
    private final Workplace lab = Workplace.in(environment(hooks()), cluster).answering("yes");

    private static Hooks hooks() {
        return new Hooks(
                List.of("ssh", "${host}", "sudo", "restart", "${kind}", "${id}"),
                List.of("ssh", "${host}", "sudo", "stop", "${kind}", "${id}"),
                List.of("ssh", "${host}", "started", "${kind}"));
    }

    private static Environment environment(Hooks hooks) {
        return SampleEnvironment.like(Workplace.environment(Protection.CONFIRM))
                .zookeeper(new ZooKeeper(ALL, Optional.empty(), Duration.ofSeconds(2)))
                .hooks(hooks)
                .done();
    }

    @Test
    void a_preview_shows_each_program_and_the_list_it_is_given() {
        assertThat(lab.run("zk join 10.0.4.10:2181 --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(lab.notes().replaceAll("Plan [0-9a-f]{4}", "Plan HASH"))
                .isEqualTo(
                        """

                  Environment  lab (confirm)   cluster cluster-1   controller 1
                  Observed     14:02:09Z · 0 under-replicated · 0 reassignments

                  + join      server 4  10.0.4.10:2181   4 restarts with a longer list, the leader last: 4 voters, 1 may fail · settles for 2s

                  SERVER  RUNS
                       1  ssh 10.0.1.10 sudo restart zookeeper 1
                       2  ssh 10.0.2.10 sudo restart zookeeper 2
                       3  ssh 10.0.3.10 sudo restart zookeeper 3
                       4  ssh 10.0.4.10 sudo restart zookeeper 4

                  Each restart is given its list to read, and puts it in place. The last one is:
                    server.1=10.0.1.10:2888:3888
                    server.2=10.0.2.10:2888:3888
                    server.3=10.0.3.10:2888:3888
                    server.4=10.0.4.10:2888:3888

                  Plan HASH · can be undone with ops undo, at the same cost
                  Its journal is kept on this machine: nobody else can see or resume it.
                Dry run: nothing was changed.
                """);
        assertThat(ensemble.effects()).isEmpty();
    }

    @Test
    void a_join_ends_with_what_every_file_says() {
        assertThat(lab.run("zk join 10.0.4.10:2181")).isEqualTo(Outcome.DONE);

        assertThat(lab.data())
                .isEqualTo(
                        """
                  4 of 4 servers serve, with the list 1,2,3,4 in their files
                  4 voters, 1 may fail · leader 10.0.4.10:2181
                  0 reassignments listed
                Done and verified: ID zk join 10.0.4.10:2181
                """
                                .replace("ID", lab.operation().id().toString()));
    }

    @Test
    void a_server_that_left_is_stopped() {
        assertThat(lab.run("zk join 10.0.4.10:2181")).isEqualTo(Outcome.DONE);
        assertThat(lab.answering("yes").run("zk retire 1")).isEqualTo(Outcome.DONE);

        assertThat(ensemble.running().keySet()).containsExactly(2, 3, 4);
        assertThat(ensemble.dangers()).isEmpty();
    }

    @Test
    void a_release_that_breaks_by_it_is_refused_with_the_reports() {
        ensemble.ofRelease("3.6.1");

        assertThat(lab.run("zk join 10.0.4.10:2181")).isEqualTo(Outcome.REFUSED);

        assertThat(lab.notes())
                .isEqualTo(
                        """
                Refused, nothing was changed:
                  x the ensemble runs ZooKeeper 3.6.1: a server that joins by a longer list can become a leader that commits nothing, and old addresses live on (ZOOKEEPER-3829, 3830, 3814, 3842)
                      limit  no list of servers is changed by restarts under a release that breaks by it
                      lift   upgrade to 3.6.2 first, one server at a time, the leader last
                """);
    }
}
