package io.kash.surgery.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.controllers.JoinControllers.Joiner;
import io.kash.surgery.fake.FakeStore;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.SimulatedQuorum;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.kafka.AddVoter;
import io.kash.surgery.kafka.VoterKey;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Proposal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Controllers join a quorum of three. */
class JoinControllersTest {
    private final SimulatedQuorum quorum = SimulatedQuorum.of(3);
    private final SimulatedCluster cluster =
            new SimulatedCluster().withBroker(1, "a").withQuorum(quorum);
    private final Surgeon surgeon = new Surgeon(new FakeStore(), cluster, cluster);

    private List<String> refusals(JoinControllers request) {
        Proposal proposal = surgeon.plan(request);
        assertThat(proposal).isInstanceOf(Proposal.Refused.class);
        return ((Proposal.Refused) proposal)
                .refusals().stream().map(Finding::what).toList();
    }

    private List<String> changes() {
        return quorum.effects().stream().map(Effect::title).toList();
    }

    @Test
    void one_votes_before_the_next_begins() {
        quorum.withObserver(104).withObserver(105);

        assertThat(surgeon.perform(Requests.join(104, 105), () -> Control.RUN)).isInstanceOf(Ending.Finished.class);

        assertThat(changes())
                .containsExactly(
                        "make controller 104 (dir-104) at 10.0.4.10:9093 a voter",
                        "make controller 105 (dir-105) at 10.0.5.10:9093 a voter");
        assertThat(quorum.voters()).extracting(VoterKey::id).containsExactly(101, 102, 103, 104, 105);
    }

    @Test
    void nobody_is_added_twice_when_no_answer_comes() {
        quorum.withObserver(104).withObserver(105).losingAnswers();

        assertThat(surgeon.perform(Requests.join(104, 105), () -> Control.RUN)).isInstanceOf(Ending.Finished.class);

        assertThat(changes()).hasSize(2);
    }

    @Test
    void those_that_vote_already_are_nothing_to_do() {
        assertThat(surgeon.plan(Requests.join(102)))
                .isEqualTo(new Proposal.NothingToDo("they vote in the quorum already"));
    }

    @Test
    void so_they_are_while_one_of_them_is_slow() {
        quorum.behind(102, 3);

        assertThat(surgeon.plan(Requests.join(102))).isInstanceOf(Proposal.NothingToDo.class);
    }

    @Test
    void a_dead_joiner_is_refused() {
        quorum.withObserver(104).dead(104);

        assertThat(refusals(Requests.join(104))).containsExactly("controller 104 has not fetched for 61 s");
    }

    @Test
    void without_that_guard_the_request_would_only_run_out_of_time() {
        quorum.withObserver(104);

        Reply reply = quorum.apply(
                new AddVoter(
                        SimulatedQuorum.key(104),
                        SimulatedQuorum.endpoint(104),
                        SimulatedQuorum.CLUSTER,
                        quorum.dead(104).voters()),
                Surgeon.CLOCK.instant());

        assertThat(reply).isInstanceOf(Reply.Unknown.class);
        assertThat(quorum.voters()).hasSize(3);
    }

    @Test
    void one_that_nobody_has_seen_is_refused() {
        assertThat(refusals(Requests.join(104))).containsExactly("controller 104 does not observe the quorum");
    }

    @Test
    void one_that_is_behind_is_refused() {
        quorum.withObserver(104).behind(104, 42);

        assertThat(refusals(Requests.join(104)))
                .containsExactly("controller 104 is 42 records behind, in sync 61 s ago");
    }

    @Test
    void nobody_joins_before_the_last_one_is_in_sync() {
        quorum.withObserver(104).votes(SimulatedQuorum.key(104)).behind(104, 7).withObserver(105);

        assertThat(refusals(Requests.join(105)))
                .containsExactly("the quorum is not whole: controller 104 is 7 records behind, in sync 61 s ago");
    }

    @Test
    void the_second_joiner_waits_until_the_first_is_in_sync() {
        quorum.withObserver(104).withObserver(105);
        int[] looks = {0};
        cluster.onTick(tick -> {
            looks[0] = tick;
            if (quorum.voters().size() == 4) {
                quorum.behind(104, 3);
            }
        });

        Ending ending = surgeon.perform(
                Requests.join(104, 105),
                () -> looks[0] < 60 ? Control.RUN : Control.RUN.with(Control.Wish.LEAVE, "a test"));

        assertThat(ending).isEqualTo(new Ending.Left("a test"));
        assertThat(changes()).hasSize(1);
    }

    @Test
    void a_voter_that_is_down_is_mended_first() {
        quorum.withObserver(104).dead(101);

        assertThat(refusals(Requests.join(104)))
                .containsExactly("the quorum is not whole: controller 101 has not fetched for 61 s");
    }

    @Test
    void a_quorum_without_a_leader_is_refused() {
        quorum.withObserver(104).leaderless();

        assertThat(refusals(Requests.join(104))).contains("the quorum is not whole: it has no leader");
    }

    @Test
    void a_static_quorum_is_refused() {
        quorum.withObserver(104).staticQuorum();

        assertThat(refusals(Requests.join(104)))
                .containsExactly("the quorum is static: its voters stand in controller.quorum.voters of every server"
                        + " (kraft.version is 0)");
    }

    @Test
    void the_id_of_a_voter_with_another_directory_is_refused() {
        quorum.withObserver(new VoterKey(102, "dir-new"));

        assertThat(refusals(Requests.join(102)))
                .containsExactly(
                        "controller 102 votes already with another directory: dir-102; the one that observes has"
                                + " dir-new");
    }

    @Test
    void two_controllers_of_one_id_are_refused() {
        quorum.withObserver(104).withObserver(new VoterKey(104, "dir-new"));

        assertThat(refusals(Requests.join(104)))
                .containsExactly("2 controllers say that they are 104, with the directories dir-104, dir-new");
    }

    @Test
    void a_controller_of_another_cluster_is_refused() {
        quorum.withStranger("10.0.4.10:9093", "cluster-2");

        assertThat(refusals(Requests.join(List.of(new Joiner(104, Optional.of("10.0.4.10:9093"))))))
                .containsExactly("controller 104 belongs to another cluster: cluster-2, not cluster-1");
        assertThat(refusals(Requests.join(List.of(new Joiner(105, Optional.of("10.0.5.10:9093"))))))
                .containsExactly("controller 105 does not answer at 10.0.5.10:9093: Connection to node 0 failed");
    }

    @Test
    void a_broker_is_refused_though_Kafka_would_take_it() {
        quorum.withBroker(201);
        cluster.withBroker(201, "a");

        assertThat(refusals(Requests.join(201))).containsExactly("201 is a broker");
    }

    @Test
    void every_controllers_own_word_counts() {
        quorum.withObserver(104).following(102, 101).unreachable(104, "Connection refused");

        assertThat(refusals(Requests.join(104)))
                .containsExactly(
                        "the quorum is not whole: controller 102 follows controller 101, not 103",
                        "controller 104 does not answer at 10.0.4.10:9093: Connection refused");
    }

    @Test
    void one_that_would_join_by_itself_and_one_of_an_older_release_are_refused() {
        quorum.withObserver(104).joiningByItself(104).withObserver(105).ofRelease(105, 20);

        assertThat(refusals(Requests.join(104, 105)))
                .containsExactly(
                        "controller 104 joins by itself (controller.quorum.auto.join.enable): it would not wait for its"
                                + " turn (KAFKA-19850)",
                        "controller 105 knows metadata.version up to 20, the cluster is at 21");
    }

    @Test
    void somebody_elses_change_stops_it_before_its_next_one() {
        quorum.withObserver(104).withObserver(105).withObserver(106);
        cluster.onTick(tick -> {
            if (quorum.voters().size() == 4) {
                quorum.votes(SimulatedQuorum.key(106));
            }
        });

        Ending ending = surgeon.perform(Requests.join(104, 105), () -> Control.RUN);

        assertThat(ending).isInstanceOf(Ending.Stopped.class);
        assertThat(((Ending.Stopped) ending).why())
                .startsWith("the quorum has the voters 101 (dir-101), 102 (dir-102), 103 (dir-103), 104 (dir-104),"
                        + " 106 (dir-106); this step expects 101, 102, 103, 104 and 105");
        assertThat(changes()).hasSize(1);
    }

    @Test
    void a_change_between_the_look_and_the_request_is_not_written_over() {
        quorum.withObserver(104).withObserver(106);
        List<VoterKey> seen = quorum.voters();
        quorum.votes(SimulatedQuorum.key(106));

        assertThat(quorum.apply(
                        new AddVoter(
                                SimulatedQuorum.key(104), SimulatedQuorum.endpoint(104), SimulatedQuorum.CLUSTER, seen),
                        Surgeon.CLOCK.instant()))
                .isInstanceOf(Reply.Rejected.class);
        assertThat(quorum.voters()).doesNotContain(SimulatedQuorum.key(104));
    }

    @Test
    void another_disk_under_the_joiners_id_stops_it() {
        quorum.withObserver(104);
        cluster.onTick(tick -> {
            quorum.behind(104, tick == 1 ? 0 : 1);
            if (tick == 3) {
                quorum.withObserver(new VoterKey(104, "dir-new"));
            }
        });

        Ending ending = surgeon.perform(Requests.join(104), () -> Control.RUN);

        assertThat(ending)
                .isEqualTo(
                        new Ending.Stopped("another controller says that it is 104: this step is for the one with the"
                                + " directory dir-104"));
        assertThat(changes()).isEmpty();
    }

    @Test
    void cancelling_takes_no_vote_back() {
        quorum.withObserver(104).withObserver(105);
        cluster.onTick(tick -> {
            if (quorum.voters().size() == 4) {
                quorum.behind(105, 1);
            }
        });

        Ending ending = surgeon.perform(
                Requests.join(104, 105),
                () -> quorum.voters().size() < 4
                        ? Control.RUN
                        : Control.RUN.with(Control.Wish.CANCEL, "ada cancelled it"));

        assertThat(ending).isInstanceOf(Ending.Cancelled.class);
        assertThat(quorum.voters()).hasSize(4);
        assertThat(changes()).hasSize(1);
    }
}
