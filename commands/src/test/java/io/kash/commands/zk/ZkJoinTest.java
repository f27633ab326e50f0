package io.kash.commands.zk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.Fleet;
import io.kash.surgery.environment.Environment.ZooKeeper;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.fake.SampleEnvironment;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.SimulatedEnsemble;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Servers join an ensemble of three and leave it, on the screen. */
class ZkJoinTest {
    private static final String ALL = "10.0.3.10:2181,10.0.4.10:2181";

    private final SimulatedEnsemble ensemble = SimulatedEnsemble.of(3).withGuest(4);
    private final SimulatedCluster cluster = new SimulatedCluster()
            .withBroker(1, "a")
            .withEnsemble(ensemble)
            .runningWith(1, BrokerSettings.ZOOKEEPER, ALL);
    private final Workplace lab = Workplace.in(environment(), cluster).answering("yes");

    private static Environment environment() {
        return SampleEnvironment.like(Workplace.environment(Protection.CONFIRM))
                .zookeeper(new ZooKeeper(ALL, Optional.empty(), Duration.ofSeconds(2)))
                .fleets(Map.of("zookeeper-old", new Fleet(List.of(1))))
                .done();
    }

    @Test
    void a_preview_says_what_the_ensemble_bears_with_the_new_server() {
        assertThat(lab.run("zk join 10.0.4.10:2181 --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(lab.notes().replaceAll("Plan [0-9a-f]{4}", "Plan HASH"))
                .isEqualTo(
                        """

                  Environment  lab (confirm)   cluster cluster-1   controller 1
                  Observed     14:02:09Z · 0 under-replicated · 0 reassignments

                  + join      server 4  10.0.4.10:2181   observer, in sync, voter: 4 voters, 1 may fail · settles for 2s

                  Not seen: zookeeper.db.autocreate of 4, which only an AdminServer on port 8080 says.
                  It has to be false: voters that lost their disks would elect each other, empty.

                  Plan HASH · can be undone with ops undo, at the same cost
                  Its journal is kept on this machine: nobody else can see or resume it.
                Dry run: nothing was changed.
                """);
        assertThat(ensemble.effects()).isEmpty();
    }

    @Test
    void nothing_is_said_of_a_disk_that_leaves_no_vote_when_that_was_seen() {
        ensemble.autocreate(4, "false");

        assertThat(lab.run("zk join 10.0.4.10:2181 --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(lab.notes()).contains("+ join      server 4").doesNotContain("autocreate");
    }

    @Test
    void a_join_ends_with_what_every_server_says() {
        assertThat(lab.run("zk join 10.0.4.10:2181")).isEqualTo(Outcome.DONE);

        assertThat(lab.data())
                .isEqualTo(
                        """
                  4 of 4 servers have configuration 0x100000002: 1,2,3,4
                  4 voters, 1 may fail · leader 10.0.3.10:2181
                  0 reassignments listed
                Done and verified: ID zk join 10.0.4.10:2181
                """
                                .replace("ID", lab.operation().id().toString()));
    }

    @Test
    void a_server_leaves_when_enough_stay() {
        assertThat(lab.run("zk join 10.0.4.10:2181")).isEqualTo(Outcome.DONE);
        assertThat(lab.answering("yes").run("zk retire --from-old")).isEqualTo(Outcome.DONE);

        assertThat(ensemble.members()).hasSize(3);
    }

    @Test
    void fewer_than_three_never_stay_by_accident() {
        assertThat(lab.run("zk retire 1")).isEqualTo(Outcome.REFUSED);

        assertThat(lab.notes())
                .isEqualTo(
                        """
                Refused, nothing was changed:
                  x 2 voters would stay: 2, 3
                      limit  at least 3 stay, so that one may fail and the rest still decides
                      lift   join others first (zk join), or set --floor lower
                  x broker 1: zookeeper.connect is 10.0.3.10:2181,10.0.4.10:2181, and only 1 of those stays, where 2 are wanted
                      limit  a broker knows the servers it started with, and no others
                      lift   set it to 10.0.2.10:2181,10.0.3.10:2181 in what configures them, and restart them: zk repoint 1
                """);
    }

    @Test
    void servers_are_named_or_their_fleet_is_and_not_both() {
        assertThat(lab.problem("zk join"))
                .isEqualTo(Problem.usage(
                        "it is not said which servers join", "zk join", "", "zk join --to-new, or zk join <server…>"));
        assertThat(lab.problem("zk join --to-new").what())
                .isEqualTo("the environment does not declare which servers are 'zookeeper-new'");
        assertThat(lab.problem("zk join 4").what()).isEqualTo("server 4 has no address");
    }
}
