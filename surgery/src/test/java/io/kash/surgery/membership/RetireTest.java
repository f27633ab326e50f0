package io.kash.surgery.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kash.surgery.fake.FakeStore;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.SimulatedEnsemble;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import io.kash.surgery.zookeeper.Member;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Servers leave an ensemble of six, of which server 6 leads. */
class RetireTest {
    private static final String NAME = "zookeeper.service.consul";
    private static final List<String> KNOWN = List.of(SimulatedEnsemble.client(1), SimulatedEnsemble.client(4));

    private final SimulatedEnsemble ensemble = SimulatedEnsemble.of(6);
    private final SimulatedCluster cluster = new SimulatedCluster()
            .withBroker(11, "a")
            .withEnsemble(ensemble)
            .runningWith(11, BrokerSettings.ZOOKEEPER, all());
    private final Surgeon surgeon = new Surgeon(new FakeStore(), cluster, cluster);

    private static String all() {
        return String.join(
                ",", List.of(SimulatedEnsemble.client(1), SimulatedEnsemble.client(4), SimulatedEnsemble.client(5)));
    }

    private List<String> refusals(RetireRequest request) {
        Proposal proposal = surgeon.plan(request);
        assertThat(proposal).isInstanceOf(Proposal.Refused.class);
        return ((Proposal.Refused) proposal)
                .refusals().stream().map(Finding::what).toList();
    }

    @Test
    void followers_leave_first_and_the_leader_last_and_the_rest_writes_after_each() {
        assertThat(surgeon.perform(Requests.retire(3, KNOWN, 6, 1, 2), () -> Control.RUN))
                .isInstanceOf(Ending.Finished.class);

        assertThat(ensemble.members()).extracting(Member::id).containsExactly(3, 4, 5);
        assertThat(ensemble.effects())
                .extracting(Effect::title)
                .map(title -> title.replaceAll(" at .*", "").replaceAll("[0-9a-f]{16}", "…"))
                .containsExactly(
                        "take out server 1",
                        "mark the ensemble 'retire 1 …'",
                        "take out server 2",
                        "mark the ensemble 'retire 2 …'",
                        "take out server 6",
                        "mark the ensemble 'retire 6 …'");
    }

    @Test
    void where_there_is_a_program_for_it_each_is_stopped_before_the_next_leaves() {
        RetireRequest request = Requests.stopping(Requests.retire(3, KNOWN, 6, 1));

        assertThat(surgeon.perform(request, () -> Control.RUN)).isInstanceOf(Ending.Finished.class);

        assertThat(ensemble.effects())
                .extracting(Effect::title)
                .map(title -> title.replaceAll(" at .*", "").replaceAll("[0-9a-f]{16}", "…"))
                .containsExactly(
                        "take out server 1",
                        "mark the ensemble 'retire 1 …'",
                        "stop server 1: stop zookeeper 1",
                        "take out server 6",
                        "mark the ensemble 'retire 6 …'",
                        "stop server 6: stop zookeeper 6");
    }

    @Test
    void a_server_that_left_is_not_stopped_while_a_broker_that_was_started_since_knows_no_other() {
        Proposal proposal = surgeon.plan(Requests.stopping(Requests.retire(3, KNOWN, 1)));
        Step stop = ((Proposal.Proposed) proposal).plan().steps().get(1);
        ensemble.reconfigured(
                members -> members.stream().filter(member -> member.id() != 1).toList());
        assertThat(stop.standing(cluster.read(stop.scope()))).isEqualTo(Standing.READY);

        String old = SimulatedEnsemble.client(1) + "," + SimulatedEnsemble.client(2);
        cluster.withBroker(12, "b").runningWith(12, BrokerSettings.ZOOKEEPER, old);

        assertThat(stop.standing(cluster.read(stop.scope())))
                .isEqualTo(new Standing.Blocked("server 1 is not stopped: broker 12: zookeeper.connect is " + old
                        + ", and only 1 of those stays, where 2 are wanted"));
    }

    @Test
    void those_that_are_no_members_are_nothing_to_do() {
        assertThat(surgeon.plan(Requests.retire(3, KNOWN, 9)))
                .isEqualTo(new Proposal.NothingToDo("none of them belongs to the ensemble"));
    }

    @Test
    void no_fewer_stay_than_the_floor() {
        assertThat(refusals(Requests.retire(3, KNOWN, 1, 2, 3, 6))).contains("2 voters would stay: 4, 5");
    }

    @Test
    void one_stays_whatever_the_floor_and_brokers_depend_on_those_that_leave() {
        assertThat(refusals(Requests.retire(0, KNOWN, 1, 2, 3, 4, 5, 6)))
                .containsExactly(
                        "0 voters would stay: none",
                        "broker 11: zookeeper.connect is " + all() + ", and none of those stays");
    }

    @Test
    void a_server_that_a_broker_depends_on_stays() {
        cluster.runningWith(11, BrokerSettings.ZOOKEEPER, "10.0.1.10:2181,10.0.2.10:2181/kafka");

        assertThat(refusals(Requests.retire(3, KNOWN, 1, 2, 3)))
                .containsExactly(
                        "broker 11: zookeeper.connect is 10.0.1.10:2181,10.0.2.10:2181/kafka, and none of those"
                                + " stays");
    }

    @Test
    void a_broker_wants_two_servers_that_stay_and_a_name_that_stands_for_as_many() {
        cluster.withBroker(12, "b")
                .withName(NAME, true, "10.0.1.10", "10.0.2.10", "10.0.4.10")
                .runningWith(11, BrokerSettings.ZOOKEEPER, "10.0.1.10,10.0.4.10:2181")
                .runningWith(12, BrokerSettings.ZOOKEEPER, NAME + ":2181");
        RetireRequest request = Requests.named(Requests.retire(3, KNOWN, 1, 2, 3), NAME);

        assertThat(((Proposal.Refused) surgeon.plan(request)).refusals())
                .extracting(Finding::what, Finding::lift)
                .containsExactly(
                        tuple(
                                "broker 11: zookeeper.connect is 10.0.1.10,10.0.4.10:2181, and only 1 of those stays,"
                                        + " where 2 are wanted",
                                "set it to 10.0.4.10:2181,10.0.5.10:2181,10.0.6.10:2181 in what configures them, and"
                                        + " restart them: zk repoint 1 2 3"),
                        tuple(
                                "broker 12: zookeeper.connect is zookeeper.service.consul:2181, and only 1 of those"
                                        + " stays, where 2 are wanted",
                                "register 10.0.4.10:2181, 10.0.5.10:2181, 10.0.6.10:2181 behind zookeeper.service.consul,"
                                        + " and see to it that their checks pass"));
    }

    @Test
    void a_server_leaves_every_name_it_is_behind_before_it_leaves_the_ensemble() {
        cluster.withName(NAME, true, "10.0.1.10", "10.0.2.10", "10.0.4.10", "10.0.5.10")
                .runningWith(11, BrokerSettings.ZOOKEEPER, NAME + ":2181");
        RetireRequest request = Requests.named(Requests.retire(3, List.of(NAME), 1, 3), NAME);

        assertThat(surgeon.perform(request, () -> Control.RUN)).isInstanceOf(Ending.Finished.class);

        assertThat(cluster.effects())
                .extracting(Effect::title)
                .map(title -> title.replaceAll(" at .*", "").replaceAll("[0-9a-f]{16}", "…"))
                .containsExactly(
                        "take 10.0.1.10 out of zookeeper.service.consul",
                        "take out server 1",
                        "mark the ensemble 'retire 1 …'",
                        "take out server 3",
                        "mark the ensemble 'retire 3 …'");
    }

    @Test
    void nobody_is_taken_out_of_a_name_that_stands_for_too_few_others_or_that_kash_does_not_manage() {
        LeaveName leave = new LeaveName(1, "10.0.1.10", NAME, List.of("10.0.4.10", "10.0.5.10"), Requests.SETTLE);
        cluster.withName(NAME, true, "10.0.1.10", "10.0.4.10");
        assertThat(leave.standing(cluster.read(leave.scope())))
                .isEqualTo(new Standing.Blocked(
                        "zookeeper.service.consul stands for 1 of the servers that stay, where 2 are"
                                + " wanted; server 1 remains behind it"));

        cluster.withName(NAME, false, "10.0.1.10", "10.0.4.10", "10.0.5.10");
        assertThat(leave.standing(cluster.read(leave.scope())))
                .isEqualTo(new Standing.Blocked(
                        "take 10.0.1.10 out of zookeeper.service.consul, which is no service of the"
                                + " environment's Consul; then it goes on"));
    }

    @Test
    void what_resolvers_remember_is_waited_for() {
        LeaveName leave = new LeaveName(1, "10.0.1.10", NAME, List.of("10.0.4.10", "10.0.5.10"), Requests.SETTLE);
        cluster.withName(NAME, true, "10.0.4.10", "10.0.5.10");

        assertThat(leave.standing(cluster.read(leave.scope()))).isEqualTo(Standing.UNDERWAY);
        cluster.read(leave.scope());
        assertThat(leave.standing(cluster.read(leave.scope()))).isEqualTo(Standing.DONE);
    }

    @Test
    void the_environments_file_has_to_name_one_that_stays() {
        assertThat(refusals(Requests.retire(3, List.of(SimulatedEnsemble.client(1)), 1)))
                .containsExactly("the environments file names no server that stays: 10.0.1.10:2181");
    }

    @Test
    void a_dead_server_may_leave_when_all_others_are_well() {
        ensemble.dead(2);

        assertThat(surgeon.perform(Requests.retire(3, KNOWN, 2), () -> Control.RUN))
                .isInstanceOf(Ending.Finished.class);
    }

    @Test
    void nobody_else_leaves_while_a_server_is_dead() {
        ensemble.dead(2);

        assertThat(refusals(Requests.retire(3, KNOWN, 1)))
                .containsExactly("the ensemble is not whole: server 2 does not answer (refused the connection)");
    }
}
