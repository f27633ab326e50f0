package io.kash.surgery.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.FakeStore;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.SimulatedEnsemble;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Reconfigure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Servers join an ensemble of three. */
class JoinTest {
    private final SimulatedEnsemble ensemble = SimulatedEnsemble.of(3);
    private final SimulatedCluster cluster =
            new SimulatedCluster().withBroker(1, "a").withEnsemble(ensemble);
    private final Surgeon surgeon = new Surgeon(new FakeStore(), cluster, cluster);

    private List<String> refusals(JoinRequest request) {
        Proposal proposal = surgeon.plan(request);
        assertThat(proposal).isInstanceOf(Proposal.Refused.class);
        return ((Proposal.Refused) proposal)
                .refusals().stream().map(Finding::what).toList();
    }

    private List<String> reconfigurations() {
        return ensemble.effects().stream()
                .filter(Reconfigure.class::isInstance)
                .map(effect -> ((Reconfigure) effect).title().replaceAll(" at .*", ""))
                .toList();
    }

    @Test
    void each_is_an_observer_before_it_votes_and_votes_before_the_next_begins() {
        ensemble.withGuest(4).withGuest(5);

        assertThat(surgeon.perform(Requests.join(4, 5), () -> Control.RUN)).isInstanceOf(Ending.Finished.class);

        assertThat(reconfigurations())
                .containsExactly(
                        "add server 4 as observer",
                        "add server 4 as participant",
                        "add server 5 as observer",
                        "add server 5 as participant");
        assertThat(ensemble.members()).hasSize(5).allMatch(Member::votes);
    }

    @Test
    void those_that_vote_already_are_nothing_to_do() {
        assertThat(surgeon.plan(Requests.join(2)))
                .isEqualTo(new Proposal.NothingToDo("they vote in the ensemble already"));
    }

    @Test
    void a_server_that_never_shows_what_the_ensemble_holds_never_votes() {
        ensemble.withGuest(4).neverInSync(4);
        int[] looks = {0};
        cluster.onTick(tick -> looks[0] = tick);

        surgeon.perform(Requests.join(4), () -> looks[0] < 60 ? Control.RUN : Control.STOP);

        assertThat(reconfigurations()).containsExactly("add server 4 as observer");
    }

    @Test
    void a_server_that_holds_another_tree_never_votes() {
        ensemble.withGuest(4).holdingAnotherTree(4, "/split");

        assertThat(surgeon.perform(Requests.join(4), () -> Control.RUN))
                .isEqualTo(new Ending.Stopped("server 4 holds another tree than the leader: they differ at /split"));
        assertThat(reconfigurations()).containsExactly("add server 4 as observer");
    }

    @Test
    void a_dead_server_is_refused_though_ZooKeeper_would_take_it() {
        ensemble.withGuest(4).dead(4);

        assertThat(refusals(Requests.join(4)))
                .containsExactly("10.0.4.10:2181 does not answer: refused the connection");
    }

    @Test
    void without_that_guard_one_more_failure_stops_all_decisions() {
        ensemble.withGuest(4).dead(4).withGuest(5).dead(5);
        for (int id = 4; id <= 5; id++) {
            var unused = ensemble.apply(
                    new Reconfigure(List.of(SimulatedEnsemble.voter(id)), List.of(), 0x100000000L + id - 4, List.of()),
                    Surgeon.CLOCK.instant());
        }

        assertThat(ensemble.decides()).isTrue();
        assertThat(ensemble.dead(1).decides()).isFalse();
    }

    @Test
    void servers_that_elected_each_other_are_refused() {
        ensemble.withGuest(4).leadingItsOwn(4);

        assertThat(refusals(Requests.join(4)))
                .containsExactly(
                        "the ensemble is split: it has 2 leaders: 10.0.3.10:2181, 10.0.4.10:2181",
                        "10.0.4.10:2181 serves an ensemble of its own (leader)");
    }

    @Test
    void nobody_joins_before_the_last_one_is_in_sync() {
        ensemble.withGuest(4).neverInSync(4).withGuest(5).reconfigured(members -> {
            List<Member> more = new ArrayList<>(members);
            more.add(SimulatedEnsemble.voter(4));
            return more;
        });

        assertThat(refusals(Requests.join(5)))
                .containsExactly("the ensemble is not whole: 2 of 3 followers are in sync with the leader");
    }

    @Test
    void a_voter_that_does_not_answer_is_mended_first() {
        ensemble.withGuest(4).dead(1);

        assertThat(refusals(Requests.join(4)))
                .containsExactly("the ensemble is not whole: server 1 does not answer (refused the connection)");
    }

    @Test
    void other_settings_another_release_and_a_known_fault_are_refused() {
        ensemble.withGuest(4).ticking(4, "2000").withGuest(5).ofRelease(5, "3.9.5");

        assertThat(refusals(Requests.join(4, 5)))
                .containsExactly(
                        "10.0.4.10:2181 has other settings than the leader: tickTime 2000 instead of 1000",
                        "10.0.5.10:2181 runs ZooKeeper 3.9.5, the ensemble 3.8.6");

        ensemble.ofRelease(3, "3.9.3");
        assertThat(refusals(Requests.join(4)))
                .contains(
                        "the ensemble runs ZooKeeper 3.9.3: a server that syncs can miss transactions and hand the hole"
                                + " on to others (ZOOKEEPER-4925)");
    }

    @Test
    void a_server_that_would_elect_others_as_empty_as_itself_is_refused_where_that_is_seen() {
        ensemble.withGuest(4).autocreate(4, "true").withGuest(5).autocreate(5, "false");

        assertThat(refusals(Requests.join(4, 5)))
                .containsExactly("10.0.4.10:2181 would make an empty database of its own where it finds none:"
                        + " zookeeper.db.autocreate is true");
    }

    @Test
    void a_static_configuration_is_refused() {
        ensemble.withGuest(4).staticConfiguration();

        assertThat(refusals(Requests.join(4)))
                .containsExactly("the ensemble's configuration is static: reconfiguration is off");
    }

    @Test
    void an_id_that_is_taken_and_one_that_is_not_the_servers_own_are_refused() {
        ensemble.withGuest(4).reconfigured(members -> {
            List<Member> more = new ArrayList<>(members);
            more.set(0, new Member(4, "10.0.99.10:2888:3888", Member.Role.PARTICIPANT, SimulatedEnsemble.client(1)));
            return more;
        });

        assertThat(refusals(Requests.join(4)))
                .anyMatch(what -> what.equals("10.0.4.10:2181 says it is server 4, which is 10.0.1.10:2181"));
    }

    @Test
    void somebody_elses_reconfiguration_stops_it_before_its_next_change() {
        ensemble.withGuest(4).withGuest(5);
        cluster.onTick(tick -> {
            if (ensemble.members().size() == 4) {
                ensemble.reconfigured(members -> {
                    List<Member> more = new ArrayList<>(members);
                    more.add(SimulatedEnsemble.voter(5));
                    return more;
                });
            }
        });

        Ending ending = surgeon.perform(Requests.join(4), () -> Control.RUN);

        assertThat(ending).isInstanceOf(Ending.Stopped.class);
        assertThat(((Ending.Stopped) ending).why()).startsWith("the ensemble has servers 1, 2, 3, 4");
    }

    @Test
    void cancelling_takes_an_observer_out_again() {
        ensemble.withGuest(4).neverInSync(4);
        int[] looks = {0};
        cluster.onTick(tick -> looks[0] = tick);

        surgeon.perform(
                Requests.join(4),
                () -> looks[0] < 20 ? Control.RUN : Control.RUN.with(Control.Wish.CANCEL, "ada cancelled it"));

        assertThat(reconfigurations()).containsExactly("add server 4 as observer", "take out server 4");
        assertThat(ensemble.members()).hasSize(3);
    }
}
