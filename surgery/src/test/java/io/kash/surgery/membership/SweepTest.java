package io.kash.surgery.membership;

import static io.kash.surgery.membership.Sweeps.cluster;
import static io.kash.surgery.membership.Sweeps.join;
import static io.kash.surgery.membership.Sweeps.retire;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.fake.FakeStore;
import io.kash.surgery.fake.ListedEnsemble;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.fake.TestTime;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Servers join and leave an ensemble whose list of servers stands in files. */
class SweepTest {
    private final TestTime time = new TestTime();
    private ListedEnsemble ensemble = ListedEnsemble.of(3);

    private Surgeon surgeon() {
        return surgeon(new FakeStore(), cluster(ensemble));
    }

    private Surgeon surgeon(Store store, SimulatedCluster cluster) {
        return Sweeps.surgeon(store, cluster, time);
    }

    private Ending perform(Request request) {
        return surgeon().perform(request, () -> Control.RUN);
    }

    @Test
    void the_one_that_joins_three_votes_first_then_the_followers_get_the_longer_list_then_the_leader() {
        ensemble.withGuest(4);

        assertThat(perform(join(4))).isInstanceOf(Ending.Finished.class);

        assertThat(ensemble.touched()).containsExactly("4:1,2,3,4", "1:1,2,3,4", "2:1,2,3,4", "3:1,2,3,4");
        assertThat(ensemble.running().values()).containsOnly(List.of(1, 2, 3, 4));
        assertThat(ensemble.dangers()).isEmpty();
    }

    @Test
    void the_next_one_joins_when_the_last_one_is_in_every_list_and_whoever_leads_then_comes_last() {
        ensemble.withGuest(4).withGuest(5);

        assertThat(perform(join(4, 5))).isInstanceOf(Ending.Finished.class);

        assertThat(ensemble.touched())
                .containsExactly(
                        // A follower of three finds its way back among four only when the fourth votes.
                        "4:1,2,3,4",
                        "1:1,2,3,4",
                        "2:1,2,3,4",
                        "3:1,2,3,4",
                        // Server 4 leads, whom server 5 does not know yet.
                        "5:1,2,3,4,5o",
                        "1:1,2,3,4,5",
                        "2:1,2,3,4,5",
                        "3:1,2,3,4,5",
                        "5:1,2,3,4,5",
                        "4:1,2,3,4,5");
        assertThat(ensemble.dangers()).isEmpty();
    }

    @Test
    void one_that_leaves_is_stopped_when_all_but_the_leader_have_the_shorter_list() {
        ensemble = ListedEnsemble.of(5);

        assertThat(perform(retire(3, 1, 5))).isInstanceOf(Ending.Finished.class);

        assertThat(ensemble.touched())
                .containsExactly(
                        "2:2,3,4,5",
                        "3:2,3,4,5",
                        "4:2,3,4,5",
                        "1:stop",
                        "5:2,3,4,5",
                        // Server 4 leads by now: server 5 is one of the followers.
                        "2:2,3,4",
                        "3:2,3,4",
                        "5:stop",
                        "4:2,3,4");
        assertThat(ensemble.running().keySet()).containsExactly(2, 3, 4);
        assertThat(ensemble.dangers()).isEmpty();
    }

    @Test
    void a_leader_that_leaves_hands_over_first() {
        ensemble = ListedEnsemble.of(5);

        assertThat(perform(retire(3, 5))).isInstanceOf(Ending.Finished.class);

        assertThat(ensemble.touched())
                .containsExactly("5:1,2,3,4,5", "1:1,2,3,4", "2:1,2,3,4", "3:1,2,3,4", "5:stop", "4:1,2,3,4");
        assertThat(ensemble.dangers()).isEmpty();
    }

    @Test
    void what_is_asked_for_again_is_nothing_to_do() {
        ensemble.withGuest(4);
        var unused = perform(join(4));

        assertThat(surgeon().plan(join(4))).isEqualTo(new Proposal.NothingToDo("they vote in the ensemble already"));
        assertThat(surgeon().plan(retire(3, 6)))
                .isEqualTo(new Proposal.NothingToDo("none of them belongs to the ensemble"));
    }

    @Test
    void a_join_is_undone_by_a_retirement() {
        ensemble.withGuest(4);
        SimulatedCluster cluster = cluster(ensemble);
        SweepRequest join = join(4);

        Snapshot before = cluster.read(join.scope());
        Reversal reversal = new SweepPlanner(surgeon().json(), "lab").undo(join, before);

        SweepRequest undo = (SweepRequest) ((Reversal.By) reversal).request();
        assertThat(undo.words()).isEqualTo("undo zk join");
        assertThat(undo.leaving()).containsExactly(4);
    }

    @Test
    void a_hook_that_does_not_put_its_list_in_place_stops_it_and_mended_it_goes_on() {
        ensemble.withGuest(4).ignoringItsList(2);
        Store store = new FakeStore();
        SimulatedCluster cluster = cluster(ensemble);

        assertThat(surgeon(store, cluster).perform(join(4), () -> Control.RUN))
                .isEqualTo(
                        new Ending.Stopped("server 2 has been restarted, and its file names servers 1, 2, 3, not 1, 2,"
                                + " 3, 4: the hook has to put in place what it is given to read"));
        assertThat(ensemble.touched()).containsExactly("4:1,2,3,4", "1:1,2,3,4", "2:1,2,3,4");

        ensemble.mended(2);
        assertThat(resume(store, cluster)).isInstanceOf(Ending.Finished.class);
        assertThat(ensemble.touched()).containsExactly("4:1,2,3,4", "1:1,2,3,4", "2:1,2,3,4", "2:1,2,3,4", "3:1,2,3,4");
    }

    private Ending resume(Store store, SimulatedCluster cluster) {
        Surgeon another = surgeon(store, cluster);
        return another.resume(another.operations().list().get(0).id());
    }

    @Test
    void a_server_that_does_not_come_back_stops_it_before_the_next_and_the_rest_decides() {
        ensemble.withGuest(4).losing(1);

        Ending ending = perform(join(4));

        assertThat(ending)
                .isEqualTo(new Ending.Stopped(
                        "restart server 1 with servers 1, 2, 3, 4: ssh 10.0.1.10 restart zookeeper 1:"
                                + " it was sent, and its end was not seen within 120 s"));
        assertThat(ensemble.touched()).containsExactly("4:1,2,3,4", "1:1,2,3,4");
        assertThat(ensemble.leader()).isEqualTo(3);
    }

    @Test
    void a_sweep_that_takes_longer_than_one_server_may_is_no_reason_to_stop() {
        ensemble.withGuest(4);
        SweepRequest slow = Sweeps.settling(Duration.ofSeconds(90), join(4));

        assertThat(perform(slow)).isInstanceOf(Ending.Finished.class);
    }

    @Test
    void a_hook_that_fails_stops_it_before_the_next() {
        ensemble.withGuest(4).failing(2, new Reply.Rejected(Map.of("restart server 2", "the hook exited 3")));

        assertThat(perform(join(4))).isEqualTo(new Ending.Stopped("{restart server 2=the hook exited 3}"));
        assertThat(ensemble.touched()).containsExactly("4:1,2,3,4", "1:1,2,3,4", "2:1,2,3,4");
    }

    @Test
    void a_server_that_crashed_and_came_back_with_the_old_list_is_restarted_all_the_same() {
        ensemble.withGuest(4);
        SimulatedCluster cluster = cluster(ensemble);
        cluster.onTick(tick -> {
            if (ensemble.touched().size() == 2 && ensemble.process(2) == 1) {
                ensemble.crashing(2);
            }
        });

        assertThat(surgeon(new FakeStore(), cluster).perform(join(4), () -> Control.RUN))
                .isInstanceOf(Ending.Finished.class);
        assertThat(ensemble.touched()).containsExactly("4:1,2,3,4", "1:1,2,3,4", "2:1,2,3,4", "3:1,2,3,4");
    }

    @Test
    void a_leader_that_is_lost_meanwhile_is_one_of_the_followers_when_it_is_back() {
        ensemble = ListedEnsemble.of(5);
        ensemble.withGuest(6);
        SimulatedCluster cluster = cluster(ensemble);
        cluster.onTick(tick -> {
            if (ensemble.touched().size() == 2 && ensemble.process(5) == 1) {
                ensemble.crashing(5);
            }
        });

        assertThat(surgeon(new FakeStore(), cluster).perform(join(6), () -> Control.RUN))
                .isInstanceOf(Ending.Finished.class);
        assertThat(ensemble.touched())
                .containsExactly(
                        "1:1,2,3,4,5,6",
                        "2:1,2,3,4,5,6",
                        "3:1,2,3,4,5,6",
                        "5:1,2,3,4,5,6",
                        "6:1,2,3,4,5,6",
                        "4:1,2,3,4,5,6");
        assertThat(ensemble.dangers()).isEmpty();
    }

    @Test
    void servers_that_say_their_lists_are_believed_before_their_files() {
        ensemble.sayingTheirLists().ofRelease("3.5.10").withGuest(4).ofRelease("3.5.10");

        assertThat(perform(join(4))).isInstanceOf(Ending.Finished.class);
        assertThat(ensemble.running().values()).containsOnly(List.of(1, 2, 3, 4));
    }

    @Test
    void a_leader_that_counts_only_those_in_its_list_is_not_waited_for() {
        ensemble.sayingTheirLists().withGuest(4).withGuest(5).ofRelease("3.8.6");

        assertThat(perform(join(4, 5))).isInstanceOf(Ending.Finished.class);
        assertThat(perform(retire(3, 1, 2))).isInstanceOf(Ending.Finished.class);
        assertThat(ensemble.running().values()).containsOnly(List.of(3, 4, 5));
    }

    @Test
    void somebody_elses_list_stops_it() {
        ensemble.withGuest(4).withGuest(5);
        SimulatedCluster cluster = cluster(ensemble);
        Proposal proposal = surgeon(new FakeStore(), cluster).plan(join(4));
        Step step = ((Proposal.Proposed) proposal).plan().steps().get(0);
        ensemble.relisted(1, 1, 2, 3, 5);
        var unused = ensemble.apply(new io.kash.surgery.zookeeper.MarkEnsemble("join 9 by somebody", List.of()));

        assertThat(step.standing(cluster.read(step.scope())))
                .isEqualTo(new Standing.Foreign("the servers' files name other servers than this step expects: server 1"
                        + " 1,2,3,5; server 2 1,2,3; server 3 1,2,3; server 4 1,2,3,4"));
    }

    @Test
    void a_plan_is_read_again_as_it_was_written() {
        ensemble.withGuest(4);
        Surgeon surgeon = surgeon();
        Step step = ((Proposal.Proposed) surgeon.plan(join(4))).plan().steps().get(0);

        String json = surgeon.json().write(step);

        assertThat(surgeon.json().read(json, Step.class, "here")).isEqualTo(step);
    }
}
