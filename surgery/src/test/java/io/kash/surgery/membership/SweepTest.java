package io.kash.surgery.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.fake.CrashingStore;
import io.kash.surgery.fake.FakeStore;
import io.kash.surgery.fake.ListedEnsemble;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.SimulatedCrash;
import io.kash.surgery.fake.SimulatedEnsemble;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.membership.JoinRequest.Joiner;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.operation.Ticker;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers join and leave an ensemble whose list of servers stands in files. */
class SweepTest {
    private static final ServerHooks HOOKS = new ServerHooks(
            List.of("ssh", "${host}", "restart", "${kind}", "${id}"), List.of("ssh", "${host}", "stop", "${id}"), true);

    /** Goes on with every pause. */
    private static final class Time extends Clock implements Ticker {
        private Instant now = Instant.parse("2026-03-01T14:02:07Z");

        @Override
        public void pause(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final Time time = new Time();
    private ListedEnsemble ensemble = ListedEnsemble.of(3);

    private static SimulatedCluster cluster(ListedEnsemble ensemble) {
        return new SimulatedCluster()
                .withBroker(11, "a")
                .withEnsemble(ensemble)
                .runningWith(11, BrokerSettings.ZOOKEEPER, client(3) + "," + client(4) + "," + client(5));
    }

    private static String client(int id) {
        return SimulatedEnsemble.client(id);
    }

    private Surgeon surgeon() {
        return surgeon(new FakeStore(), cluster(ensemble));
    }

    private Surgeon surgeon(Store store, SimulatedCluster cluster) {
        return new Surgeon(store, cluster, cluster, time, time);
    }

    private static SweepRequest join(int... ids) {
        return request(
                Arrays.stream(ids)
                        .mapToObj(id -> new Joiner(client(id), OptionalInt.of(id)))
                        .toList(),
                3);
    }

    private static SweepRequest retire(int floor, int... ids) {
        return request(List.of(), floor, ids);
    }

    private static SweepRequest request(List<Joiner> joiners, int floor, int... leaving) {
        SortedMap<Integer, String> clients = new TreeMap<>();
        for (int id = 1; id <= 6; id++) {
            clients.put(id, client(id));
        }
        TreeSet<Integer> ids = new TreeSet<>(Arrays.stream(leaving).boxed().toList());
        return new SweepRequest(
                joiners.isEmpty() ? "zk retire" : "zk join",
                joiners,
                ids,
                floor,
                Requests.SETTLE,
                Duration.ofMinutes(2),
                client(1) + "," + client(4),
                clients,
                new TreeMap<>(),
                HOOKS);
    }

    private List<String> refusals(SweepRequest request) {
        Proposal proposal = surgeon().plan(request);
        assertThat(proposal).isInstanceOf(Proposal.Refused.class);
        return ((Proposal.Refused) proposal)
                .refusals().stream().map(Finding::what).toList();
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
        assertThat(undo.title()).isEqualTo("undo zk join");
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
        SweepRequest asked = join(4);
        SweepRequest slow = new SweepRequest(
                asked.words(),
                asked.joiners(),
                asked.leaving(),
                asked.floor(),
                Duration.ofSeconds(90),
                asked.patience(),
                asked.known(),
                asked.clients(),
                asked.zones(),
                asked.hooks());

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

    @ParameterizedTest
    @CsvSource({
        "3.4.5,  ZOOKEEPER-1732",
        "3.5.5,  ZOOKEEPER-3829",
        "3.5.8,  ZOOKEEPER-3829",
        "3.6.0,  ZOOKEEPER-3829",
        "3.6.1,  ZOOKEEPER-3829",
        "3.9.3,  ZOOKEEPER-4925",
    })
    void releases_that_break_by_it_are_refused_and_the_report_is_named(String release, String report) {
        ensemble.withGuest(4).ofRelease(release);

        assertThat(refusals(join(4))).singleElement().asString().contains("runs ZooKeeper " + release, report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.4.6", "3.4.14", "3.5.9", "3.5.10", "3.6.2", "3.7.0", "3.8.4", "3.9.5"})
    void releases_that_bear_it_are_not(String release) {
        ensemble.withGuest(4).ofRelease(release);

        assertThat(surgeon().plan(join(4))).isInstanceOf(Proposal.Proposed.class);
    }

    @Test
    void what_cannot_be_seen_or_done_is_refused() {
        ensemble.withGuest(4);
        SweepRequest asked = retire(3, 1);
        SweepRequest blind = new SweepRequest(
                asked.words(),
                asked.joiners(),
                asked.leaving(),
                asked.floor(),
                asked.settle(),
                asked.patience(),
                asked.known(),
                asked.clients(),
                asked.zones(),
                new ServerHooks(List.of(), List.of(), false));

        assertThat(refusals(blind))
                .containsExactly(
                        "the environment has no hook that restarts a server",
                        "the environment has no hook that stops a server",
                        "nothing would show that a server has been restarted, and with which list");
    }

    @Test
    void a_joiner_that_is_no_guest_is_refused() {
        ensemble.withGuest(4).dead(4);
        assertThat(refusals(join(4))).containsExactly("10.0.4.10:2181 does not answer: refused the connection");

        ensemble = ListedEnsemble.of(3).withIntruder(4);
        assertThat(refusals(join(4)))
                .containsExactly("the leader has 3 voters that follow it, and its file names 2 others");

        ensemble = ListedEnsemble.of(3).withGuest(4).relisted(4, 1, 2, 4).ticking(4, "2000");
        assertThat(refusals(join(4)))
                .containsExactly(
                        "the file of server 4 has it as a voter: 1, 2, 4",
                        "10.0.4.10:2181 has other settings than the leader: tickTime 2000 instead of 1000");
    }

    @Test
    void files_that_differ_and_a_server_nobody_knows_are_refused() {
        ensemble.withGuest(4).relisted(2, 1, 2);
        assertThat(refusals(join(4))).containsExactly("the file of server 2 names servers 1, 2, the leader's 1, 2, 3");

        ensemble = ListedEnsemble.of(3).withGuest(4).relisted(3, 1, 2, 3, 9);
        assertThat(refusals(join(4)))
                .containsExactly("the servers' files name server 9 (10.0.9.10:2888:3888), and nobody says where its"
                        + " clients are");
    }

    @Test
    void everybody_is_well_and_there_are_three_at_least() {
        ensemble.withGuest(4).dead(1);
        assertThat(refusals(join(4)))
                .first()
                .asString()
                .startsWith("the ensemble is not whole: server 1 does not answer");

        ensemble = ListedEnsemble.of(2).withGuest(3);
        assertThat(refusals(join(3))).containsExactly("the ensemble has 2 voters");
    }

    @Test
    void brokers_that_depend_on_one_that_leaves_and_the_floor_are_minded() {
        ensemble = ListedEnsemble.of(4);

        assertThat(refusals(retire(3, 3, 4)))
                .containsExactly(
                        "2 voters would stay: 1, 2",
                        "broker 11: zookeeper.connect is 10.0.3.10:2181,10.0.4.10:2181,10.0.5.10:2181, and none of"
                                + " those stays");
    }

    @Test
    void while_two_lists_are_about_nothing_else_is_begun() {
        ensemble = ListedEnsemble.of(4);
        ensemble.withGuest(5).failing(2, new Reply.Rejected(Map.of("restart server 2", "no")));
        var unused = perform(join(5));

        assertThat(refusals(retire(3, 1)))
                .containsExactly("the servers run with two lists: 1 of 5 have been through zk join 5");
        assertThat(surgeon().plan(join(5))).isInstanceOf(Proposal.Proposed.class);
    }

    @Test
    void a_plan_is_read_again_as_it_was_written() {
        ensemble.withGuest(4);
        Surgeon surgeon = surgeon();
        Step step = ((Proposal.Proposed) surgeon.plan(join(4))).plan().steps().get(0);

        String json = surgeon.json().write(step);

        assertThat(surgeon.json().read(json, Step.class, "here")).isEqualTo(step);
    }

    @Test
    void a_join_of_two_is_completed_wherever_its_shell_dies() {
        int point = 1;
        while (dieAt(point, () -> ListedEnsemble.of(3).withGuest(4).withGuest(5), join(4, 5), List.of(1, 2, 3, 4, 5))) {
            point++;
        }
        assertThat(point).as("points tried").isGreaterThan(80);
    }

    @Test
    void a_removal_of_two_and_the_leader_is_completed_wherever_its_shell_dies() {
        int point = 1;
        while (dieAt(point, () -> ListedEnsemble.of(6), retire(3, 1, 2, 6), List.of(3, 4, 5))) {
            point++;
        }
        assertThat(point).as("points tried").isGreaterThan(80);
    }

    /** False when the operation ended before the point was reached. */
    private boolean dieAt(int point, Supplier<ListedEnsemble> makes, SweepRequest request, List<Integer> idsAfter) {
        ListedEnsemble mortal = makes.get();
        SimulatedCluster cluster = cluster(mortal);
        Store store = new FakeStore();
        CrashingStore crashing = new CrashingStore(store, point);
        Hands hands = (effect, fence) -> apply(cluster, crashing, effect, fence);
        boolean died = false;
        try {
            new Surgeon(crashing, cluster, hands, time, time).perform(request, () -> Control.RUN);
        } catch (SimulatedCrash crash) {
            died = true;
        }
        if (died) {
            Surgeon another = surgeon(store, cluster);
            List<Operation> left = another.operations().list();
            Ending ending = left.isEmpty()
                    ? another.perform(request, () -> Control.RUN)
                    : another.resume(left.get(0).id());
            if (ending instanceof Ending.Stopped stopped) {
                // A restart that was written down and perhaps never begun is a person's to repeat.
                assertThat(stopped.why()).as("point " + point).endsWith("its end was not seen within 120 s");
                ending = another.resume(left.get(0).id());
            }
            assertThat(ending).as("point " + point).isInstanceOf(Ending.Finished.class);
        }
        assertThat(mortal.running().keySet()).as("point " + point).containsExactlyElementsOf(idsAfter);
        assertThat(mortal.running().values()).as("point " + point).containsOnly(idsAfter);
        // Server 6 gets this list as a follower, and again to hand over.
        assertThat(mortal.touched())
                .as("point " + point)
                .filteredOn(touch -> !touch.equals("6:3,4,5,6"))
                .doesNotHaveDuplicates();
        assertThat(mortal.dangers()).as("point " + point).isEmpty();
        return died;
    }

    private static Reply apply(SimulatedCluster cluster, CrashingStore crashing, Effect effect, Fence fence) {
        crashing.point();
        Reply reply = cluster.apply(effect, fence);
        crashing.point();
        return reply;
    }
}
