package io.kash.surgery.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.Death;
import io.kash.surgery.fake.FakeStore;
import io.kash.surgery.fake.OpenFence;
import io.kash.surgery.fake.RollingCluster;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.hook.RunHook;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RollTest {
    private static final Map<String, String> NEW_ENSEMBLE = Map.of(BrokerSettings.ZOOKEEPER, "zk-4:2181");

    private final RollingCluster cluster =
            new RollingCluster(1, 2, 3).withTopic("orders", 2, 1, 2, 3).controlledBy(1);
    private final Surgeon surgeon = surgeon(cluster);

    private static Surgeon surgeon(RollingCluster cluster) {
        return new Surgeon(new FakeStore(), cluster, cluster, cluster.time(), cluster.time());
    }

    private static RollRequest roll(int... ids) {
        return request(Map.of(), List.of(), ids);
    }

    private static RollRequest expecting(Map<String, String> expected, int... ids) {
        return request(expected, List.of(), ids);
    }

    private static RollRequest request(Map<String, String> expected, List<String> accepted, int... ids) {
        List<Restart> restarts = Arrays.stream(ids)
                .mapToObj(id -> new Restart(
                        new BrokerId(id),
                        "10.0.0." + id,
                        List.of("restart", String.valueOf(id)),
                        Optional.of("process 1")))
                .toList();
        return new RollRequest(
                "broker roll", restarts, new TreeMap<>(expected), new TreeSet<>(accepted), Duration.ofMinutes(1));
    }

    private List<Finding> refusals(RollRequest request) {
        return ((Proposal.Refused) surgeon.plan(request)).refusals();
    }

    @Test
    void brokers_are_restarted_one_at_a_time_and_the_controller_last() {
        assertThat(surgeon.perform(roll(1, 2, 3), () -> Control.RUN)).isInstanceOf(Ending.Finished.class);

        assertThat(cluster.hooks()).containsExactly("restart 2", "restart 3", "restart 1");
    }

    @Test
    void the_next_one_waits_until_every_replica_of_this_one_is_in_sync_again() {
        RollRequest request = roll(2, 3);
        Surgeon watched = new Surgeon(
                new FakeStore(),
                cluster,
                (effect, fence) -> {
                    assertThat(new Absence(cluster.read(request.scope()).part(Cluster.class), new BrokerId(9))
                                    .felt(new TreeSet<>()))
                            .as("before " + effect.title())
                            .isEmpty();
                    return cluster.apply(effect, fence);
                },
                cluster.time(),
                cluster.time());

        assertThat(watched.perform(request, () -> Control.RUN)).isInstanceOf(Ending.Finished.class);
        assertThat(cluster.hooks()).hasSize(2);
    }

    @Test
    void a_hook_that_fails_stops_the_roll_at_once_and_is_not_tried_again() {
        cluster.failing(2, new Reply.Rejected(Map.of("restart broker 2", "the hook exited 3: no such host")));

        Ending ending = surgeon.perform(roll(1, 2, 3), () -> Control.RUN);

        assertThat(ending).isEqualTo(new Ending.Stopped("{restart broker 2=the hook exited 3: no such host}"));
        assertThat(cluster.hooks()).containsExactly("restart 2");
        assertThat(cluster.process(3)).isEqualTo(1);
    }

    @Test
    void a_roll_that_stopped_goes_on_where_it_stood_once_an_operator_resumes_it() {
        cluster.failing(3, new Reply.Rejected(Map.of("restart broker 3", "the hook exited 255")));
        assertThat(surgeon.perform(roll(1, 2, 3), () -> Control.RUN)).isInstanceOf(Ending.Stopped.class);
        cluster.mended(3);

        assertThat(surgeon.resume(left(surgeon).id())).isInstanceOf(Ending.Finished.class);

        assertThat(cluster.hooks()).containsExactly("restart 2", "restart 3", "restart 3", "restart 1");
    }

    @Test
    void a_broker_that_does_not_come_back_stops_the_roll_and_the_others_stay_as_they_are() {
        cluster.losing(2);

        Ending ending = surgeon.perform(roll(1, 2, 3), () -> Control.RUN);

        assertThat(ending)
                .isEqualTo(new Ending.Stopped(
                        "restart broker 2: restart 2: it was sent, and its end was not seen within 60 s"));
        assertThat(cluster.hooks()).containsExactly("restart 2");
    }

    @Test
    void a_broker_that_did_not_come_back_is_restarted_again_when_an_operator_resumes() {
        cluster.losing(2);
        assertThat(surgeon.perform(roll(2, 3), () -> Control.RUN)).isInstanceOf(Ending.Stopped.class);
        cluster.mended(2);

        assertThat(surgeon.resume(left(surgeon).id())).isInstanceOf(Ending.Finished.class);
    }

    @Test
    void a_hook_that_never_answers_is_waited_for_and_not_run_again() {
        cluster.failing(2, new Reply.Unknown("it still ran after 300 s and was ended"));

        assertThat(surgeon.perform(roll(2, 3), () -> Control.RUN)).isInstanceOf(Ending.Stopped.class);

        assertThat(cluster.hooks()).containsExactly("restart 2");
    }

    @Test
    void a_broker_that_comes_back_with_another_configuration_than_expected_stops_the_roll() {
        cluster.givenByChef(Map.of(BrokerSettings.ZOOKEEPER, "zk-1:2181,zk-2:2181"));

        Ending ending = surgeon.perform(expecting(NEW_ENSEMBLE, 1, 2, 3), () -> Control.RUN);

        assertThat(ending)
                .isEqualTo(new Ending.Stopped("broker 2 has been restarted, and its zookeeper.connect is"
                        + " zk-1:2181,zk-2:2181, not zk-4:2181"));
        assertThat(cluster.hooks()).containsExactly("restart 2");
    }

    @Test
    void once_its_configuration_is_mended_a_resumed_roll_restarts_that_broker_again() {
        assertThat(surgeon.perform(expecting(NEW_ENSEMBLE, 2, 3), () -> Control.RUN))
                .isInstanceOf(Ending.Stopped.class);
        cluster.givenByChef(NEW_ENSEMBLE);

        assertThat(surgeon.resume(left(surgeon).id())).isInstanceOf(Ending.Finished.class);

        assertThat(cluster.hooks()).containsExactly("restart 2", "restart 2", "restart 3");
    }

    @Test
    void brokers_that_show_what_is_expected_are_left_alone() {
        cluster.givenByChef(NEW_ENSEMBLE);
        assertThat(surgeon.perform(expecting(NEW_ENSEMBLE, 2), () -> Control.RUN))
                .isInstanceOf(Ending.Finished.class);

        assertThat(surgeon.perform(expecting(NEW_ENSEMBLE, 1, 2, 3), () -> Control.RUN))
                .isInstanceOf(Ending.Finished.class);

        assertThat(cluster.hooks()).containsExactly("restart 2", "restart 3", "restart 1");
        assertThat(surgeon.plan(expecting(NEW_ENSEMBLE, 1, 2, 3)))
                .isEqualTo(new Proposal.NothingToDo("each of them shows the settings that are expected"));
    }

    @Test
    void where_nobody_can_tell_processes_apart_the_configuration_alone_tells() {
        cluster.givenByChef(NEW_ENSEMBLE);
        RollRequest blind = new RollRequest(
                "broker roll",
                List.of(new Restart(new BrokerId(2), "10.0.0.2", List.of("restart", "2"), Optional.empty())),
                new TreeMap<>(NEW_ENSEMBLE),
                new TreeSet<>(),
                Duration.ofMinutes(1));

        assertThat(surgeon.perform(blind, () -> Control.RUN)).isInstanceOf(Ending.Finished.class);

        assertThat(cluster.hooks()).containsExactly("restart 2");
    }

    @Test
    void nothing_is_restarted_that_nothing_would_show_to_be() {
        RollRequest blind = new RollRequest(
                "broker roll",
                List.of(new Restart(new BrokerId(2), "10.0.0.2", List.of(), Optional.empty())),
                new TreeMap<>(),
                new TreeSet<>(),
                Duration.ofMinutes(1));

        assertThat(refusals(blind))
                .extracting(Finding::what)
                .containsExactly(
                        "the environment has no hook that restarts a broker",
                        "nothing would show that broker 2 has been restarted");
    }

    @Test
    void a_partition_that_would_go_offline_is_named_and_can_be_accepted_by_its_topics_name() {
        cluster.withTopic("scratch", 1, 2);

        assertThat(refusals(roll(2)))
                .containsExactly(Finding.refusal(
                        "scratch-0 would be offline: its only replica in sync is on broker 2",
                        "no partition goes offline or under min.insync.replicas for a restart",
                        "give the topics more replicas; or accept it for each by its name: --accept <topic>"));
        assertThat(surgeon.perform(request(Map.of(), List.of("scratch"), 2), () -> Control.RUN))
                .isInstanceOf(Ending.Finished.class);
    }

    @Test
    void a_partition_that_would_fall_under_its_minimum_is_refused() {
        cluster.withTopic("tight", 2, 2, 3);

        assertThat(refusals(roll(2, 3)))
                .extracting(Finding::what)
                .containsExactly("tight-0 would have 1 in sync of the 2 it needs, without broker 2,"
                        + " tight-0 would have 1 in sync of the 2 it needs, without broker 3");
    }

    @Test
    void a_replica_out_of_sync_anywhere_refuses_the_roll() {
        cluster.withTopic("payments", 1, 2, 3).losing(3);
        cluster.apply(new RunHook("", List.of("kill", "3"), Duration.ZERO, Duration.ZERO), new OpenFence());

        assertThat(refusals(roll(2)))
                .extracting(Finding::what)
                .contains("2 partitions have a replica that is not in sync: orders-0, payments-0");
    }

    @Test
    void after_a_death_at_any_write_or_effect_no_broker_is_restarted_twice() {
        assertThat(Death.everywhere(RollTest::dieAt)).as("points tried").isGreaterThan(20);
    }

    /** False when the operation ended before the point was reached. */
    private static boolean dieAt(int point) {
        RollingCluster brokers =
                new RollingCluster(1, 2, 3).withTopic("orders", 2, 1, 2, 3).controlledBy(1);
        Death death = Death.at(point, surgeon(brokers), roll(1, 2, 3));
        if (death.came() && !(death.goOn() instanceof Ending.Finished)) {
            // A hook that may have been sent and was not is waited for in vain, and an operator sends it on.
            var unused = death.again();
        }
        assertThat(brokers.hooks()).as("point " + point).containsExactly("restart 2", "restart 3", "restart 1");
        return death.came();
    }

    @Test
    void the_projection_of_a_restart_is_a_world_in_which_it_is_done() {
        RollRequest request = expecting(NEW_ENSEMBLE, 2);
        Snapshot before = cluster.read(request.scope());
        Plan plan = ((Proposal.Proposed) surgeon.plan(request)).plan();

        assertThat(plan.steps().get(0).standing(plan.project(before))).isEqualTo(Standing.DONE);
    }

    @Test
    void a_plan_survives_the_journal() {
        SortedMap<String, String> expected = new TreeMap<>(NEW_ENSEMBLE);
        Plan plan = ((Proposal.Proposed) surgeon.plan(expecting(expected, 1, 2))).plan();

        assertThat(surgeon.json().read(surgeon.json().write(plan), Plan.class, "a test"))
                .isEqualTo(plan);
    }

    private static Operation left(Surgeon surgeon) {
        return surgeon.operations().list().get(0);
    }
}
