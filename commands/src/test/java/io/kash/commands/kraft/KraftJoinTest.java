package io.kash.commands.kraft;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.controllers.RetireControllers;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.Fleet;
import io.kash.surgery.environment.Environment.Kraft;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.fake.SampleEnvironment;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.SimulatedQuorum;
import io.kash.surgery.kafka.VoterKey;
import io.kash.surgery.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Controllers join a quorum of three and leave it, on the screen. */
class KraftJoinTest {
    private final SimulatedQuorum quorum =
            SimulatedQuorum.of(3).withObserver(104).withObserver(105);
    private final SimulatedCluster cluster = new SimulatedCluster()
            .withBroker(1, "a")
            .withQuorum(quorum)
            .runningWith(1, RetireControllers.BOOTSTRAP, "10.0.1.10:9093,10.0.3.10:9093,10.0.4.10:9093");
    private final Workplace lab = Workplace.in(environment(), cluster).answering("yes");

    private static Environment environment() {
        return SampleEnvironment.like(Workplace.environment(Protection.CONFIRM))
                .fleets(Map.of(
                        "controllers-old", new Fleet(List.of(101, 102, 103)),
                        "controllers-new", new Fleet(List.of(104, 105))))
                .kraft(new Kraft(
                        Duration.ofSeconds(2),
                        Optional.empty(),
                        new TreeMap<>(Map.of(101, "a", 102, "b", 103, "c", 104, "a", 105, "b"))))
                .done();
    }

    @Test
    void a_preview_says_what_the_quorum_bears_after_each_step() {
        assertThat(lab.run("kraft join --to-new --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(lab.notes().replaceAll("Plan [0-9a-f]{4}", "Plan HASH"))
                .isEqualTo(
                        """

                  Environment  lab (confirm)   cluster cluster-1   controller 1
                  Observed     14:02:08Z · 0 under-replicated · 0 reassignments

                  + join      controller 104  10.0.4.10:9093   in sync, voter: 4 voters, 1 may fail; not zone a · settles for 2s
                  + join      controller 105  10.0.5.10:9093   in sync, voter: 5 voters, 2 may fail · settles for 2s

                  Plan HASH · can be undone with ops undo, at the same cost
                  Its journal is kept on this machine: nobody else can see or resume it.
                Dry run: nothing was changed.
                """);
        assertThat(quorum.effects()).isEmpty();
    }

    @Test
    void a_join_ends_with_what_every_controller_says() {
        assertThat(lab.run("kraft join 104")).isEqualTo(Outcome.DONE);

        assertThat(lab.data())
                .isEqualTo(
                        """
                  4 of 4 voters are in sync and follow the leader: 101,102,103,104
                  4 voters, 1 may fail; not zone a · leader 103, epoch 7
                  0 reassignments listed
                Done and verified: ID kraft join 104
                """
                                .replace("ID", lab.operation().id().toString()));
    }

    @Test
    void the_leader_leaves_last_and_the_preview_says_so() {
        quorum.votes(SimulatedQuorum.key(104)).votes(SimulatedQuorum.key(105));

        assertThat(lab.run("kraft retire 103 102 --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(lab.notes().lines().filter(line -> line.startsWith("  -")))
                .containsExactly(
                        "  - retire    controller 102  10.0.2.10:9093   4 voters, 1 may fail; not zone a · settles for 2s",
                        "  - retire    controller 103  10.0.3.10:9093   the leader, which hands over: 3 voters, 1 may fail;"
                                + " not zone a · settles for 2s");
    }

    @Test
    void a_join_is_undone_by_a_removal() {
        assertThat(lab.run("kraft join 104")).isEqualTo(Outcome.DONE);
        assertThat(lab.answering("yes").run("ops undo " + lab.operation().id())).isEqualTo(Outcome.DONE);

        assertThat(quorum.voters()).extracting(VoterKey::id).containsExactly(101, 102, 103);
    }

    @Test
    void fewer_than_three_never_stay_by_accident() {
        assertThat(lab.run("kraft retire 101 102")).isEqualTo(Outcome.REFUSED);

        assertThat(lab.notes())
                .isEqualTo(
                        """
                Refused, nothing was changed:
                  x 1 voter would stay: 103
                      limit  at least 3 stay, so that one may fail and the rest still decides
                      lift   join others first (kraft join), or set --floor lower
                """);
    }

    @Test
    void all_that_forbids_a_join_is_said_at_once_with_what_lifts_it() {
        quorum.staticQuorum().dead(104).withObserver(new VoterKey(102, "dir-new"));

        assertThat(lab.run("kraft join 104 102")).isEqualTo(Outcome.REFUSED);

        assertThat(lab.notes())
                .isEqualTo(
                        """
                Refused, nothing was changed:
                  x the quorum is static: its voters stand in controller.quorum.voters of every server (kraft.version is 0)
                      limit  voters are changed one at a time where they stand in the log (KIP-853), from kraft.version 1 on
                      lift   from 4.1 on: kafka-features upgrade --feature kraft.version=1, then controller.quorum.bootstrap.servers instead of controller.quorum.voters; older releases cannot change it
                  x controller 104 has not fetched for 61 s
                      limit  a controller joins when it observes the quorum: a voter that is dead only makes the majority larger
                      lift   start it, or wait until it is in sync
                  x controller 102 votes already with another directory: dir-102; the one that observes has dir-new
                      limit  a voter is its id and its directory together: the same id on another disk holds nothing of what the first one promised
                      lift   give the new one an id nobody has, or take the voter out first: kraft retire 102
                """);
    }

    @Test
    void controllers_are_named_or_their_fleet_is_and_not_both() {
        assertThat(lab.problem("kraft join"))
                .isEqualTo(Problem.usage(
                        "it is not said which controllers join",
                        "kraft join",
                        "",
                        "kraft join --to-new, or kraft join <controller…>"));
        assertThat(lab.problem("kraft retire --from-old 101").what())
                .isEqualTo("--from-old already says which controllers");
        assertThat(Workplace.of(cluster).problem("kraft join --to-new").what())
                .isEqualTo("the environment does not declare which controllers are 'controllers-new'");
    }
}
