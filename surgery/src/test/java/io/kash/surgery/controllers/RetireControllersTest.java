package io.kash.surgery.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.FakeStore;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.SimulatedQuorum;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.kafka.VoterKey;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Reversal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Controllers leave a quorum of six, of which 106 leads. */
class RetireControllersTest {
    private final SimulatedQuorum quorum = SimulatedQuorum.of(6);
    private final SimulatedCluster cluster = new SimulatedCluster()
            .withBroker(11, "a")
            .withQuorum(quorum)
            .runningWith(11, RetireControllers.BOOTSTRAP, "10.0.3.10:9093,10.0.4.10:9093,10.0.5.10:9093");
    private final Surgeon surgeon = new Surgeon(new FakeStore(), cluster, cluster);

    private List<String> refusals(RetireControllers request) {
        Proposal proposal = surgeon.plan(request);
        assertThat(proposal).isInstanceOf(Proposal.Refused.class);
        return ((Proposal.Refused) proposal)
                .refusals().stream().map(Finding::what).toList();
    }

    private List<String> changes() {
        return quorum.effects().stream().map(Effect::title).toList();
    }

    @Test
    void followers_leave_first_and_the_leader_last() {
        assertThat(surgeon.perform(Requests.retire(3, 106, 101, 102), () -> Control.RUN))
                .isInstanceOf(Ending.Finished.class);

        assertThat(changes())
                .containsExactly(
                        "take out controller 101 (dir-101)",
                        "take out controller 102 (dir-102)",
                        "take out controller 106 (dir-106)");
        assertThat(quorum.voters()).extracting(VoterKey::id).containsExactly(103, 104, 105);
        assertThat(quorum.leader()).contains(SimulatedQuorum.key(105));
    }

    @Test
    void nobody_is_taken_out_twice_when_no_answer_comes() {
        quorum.losingAnswers();

        assertThat(surgeon.perform(Requests.retire(3, 106, 101), () -> Control.RUN))
                .isInstanceOf(Ending.Finished.class);

        assertThat(changes()).hasSize(2);
    }

    @Test
    void those_that_do_not_vote_are_nothing_to_do() {
        quorum.withObserver(107);

        assertThat(surgeon.plan(Requests.retire(3, 107, 109)))
                .isEqualTo(new Proposal.NothingToDo("none of them votes in the quorum"));
    }

    @Test
    void fewer_than_the_floor_never_stay() {
        assertThat(refusals(Requests.retire(3, 101, 102, 106, 105))).contains("2 voters would stay: 103, 104");
    }

    @Test
    void one_that_is_down_leaves_and_one_that_stays_and_is_down_does_not_let_it() {
        quorum.dead(101);
        assertThat(surgeon.perform(Requests.retire(3, 101), () -> Control.RUN)).isInstanceOf(Ending.Finished.class);

        quorum.dead(103);
        assertThat(refusals(Requests.retire(3, 102)))
                .containsExactly("the quorum is not whole: controller 103 has not fetched for 61 s");
    }

    @Test
    void what_stays_is_to_be_in_sync() {
        quorum.behind(104, 12);

        assertThat(refusals(Requests.retire(3, 101)))
                .containsExactly("the quorum is not whole: controller 104 is 12 records behind, in sync 61 s ago");
    }

    @Test
    void a_static_quorum_is_refused() {
        quorum.staticQuorum();

        assertThat(refusals(Requests.retire(3, 101)).get(0)).startsWith("the quorum is static");
    }

    @Test
    void brokers_that_would_not_find_the_quorum_again_are_refused() {
        cluster.runningWith(11, RetireControllers.BOOTSTRAP, "10.0.1.10:9093,10.0.2.10:9093,10.0.3.10:9093");

        assertThat(refusals(Requests.retire(3, 101, 102, 106)))
                .containsExactly(
                        "broker 11: controller.quorum.bootstrap.servers is"
                                + " 10.0.1.10:9093,10.0.2.10:9093,10.0.3.10:9093, and only 1 of those stays, where 2 are wanted");
    }

    @Test
    void a_name_that_is_no_controllers_own_may_stand_for_those_that_stay_and_an_address_of_nobody_does_not() {
        cluster.runningWith(11, RetireControllers.BOOTSTRAP, "controllers.internal:9093");
        assertThat(surgeon.plan(Requests.retire(3, 101))).isInstanceOf(Proposal.Proposed.class);

        cluster.runningWith(11, RetireControllers.BOOTSTRAP, "10.9.9.9:9093");
        assertThat(refusals(Requests.retire(3, 101)))
                .containsExactly(
                        "broker 11: controller.quorum.bootstrap.servers is 10.9.9.9:9093, and none of those stays");
    }

    @Test
    void one_that_would_be_back_at_once_and_a_leader_whose_removal_crashes_it_stay() {
        quorum.joiningByItself(101).ofRelease(106, 20);

        assertThat(refusals(Requests.retire(3, 101, 106)))
                .containsExactly(
                        "controller 101 joins by itself (controller.quorum.auto.join.enable): taken out, it would be back"
                                + " at once (KAFKA-19850)",
                        "controller 106 leads, and its release crashes when the leader is taken out (KAFKA-17608)");
    }

    @Test
    void one_that_begins_to_join_by_itself_stops_it() {
        quorum.dead(102).alive(102);
        cluster.onTick(tick -> {
            if (quorum.voters().size() == 5) {
                quorum.joiningByItself(102);
            }
        });

        Ending ending = surgeon.perform(Requests.retire(3, 101, 102), () -> Control.RUN);

        assertThat(ending)
                .isEqualTo(new Ending.Stopped(
                        "controller 102 joins by itself: taken out, it would be back at once (KAFKA-19850)"));
        assertThat(changes()).hasSize(1);
    }

    @Test
    void somebody_elses_change_stops_it_before_its_next_one() {
        cluster.onTick(tick -> {
            if (quorum.voters().size() == 5) {
                quorum.left(103);
            }
        });

        Ending ending = surgeon.perform(Requests.retire(3, 101, 102), () -> Control.RUN);

        assertThat(ending).isInstanceOf(Ending.Stopped.class);
        assertThat(((Ending.Stopped) ending).why()).startsWith("the quorum has the voters 102 (dir-102), 104");
        assertThat(changes()).hasSize(1);
    }

    @Test
    void the_way_back_is_a_join() {
        RetireControllersPlanner planner = new RetireControllersPlanner(surgeon.json(), "lab");

        Reversal back = planner.undo(
                Requests.retire(3, 101), cluster.read(Requests.retire(3, 101).scope()));

        assertThat(back).isInstanceOf(Reversal.By.class);
        assertThat(((Reversal.By) back).request().words()).isEqualTo("undo kraft retire");
    }
}
