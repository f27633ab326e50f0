package io.kash.surgery.membership;

import static io.kash.surgery.membership.Sweeps.cluster;
import static io.kash.surgery.membership.Sweeps.join;
import static io.kash.surgery.membership.Sweeps.retire;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.FakeStore;
import io.kash.surgery.fake.ListedEnsemble;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.fake.TestTime;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Proposal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not begun on an ensemble whose list of servers stands in files. */
class SweepRefusalsTest {
    private ListedEnsemble ensemble = ListedEnsemble.of(3);

    private Surgeon surgeon() {
        return Sweeps.surgeon(new FakeStore(), cluster(ensemble), new TestTime());
    }

    private List<String> refusals(SweepRequest request) {
        Proposal proposal = surgeon().plan(request);
        assertThat(proposal).isInstanceOf(Proposal.Refused.class);
        return ((Proposal.Refused) proposal)
                .refusals().stream().map(Finding::what).toList();
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
        SweepRequest blind = Sweeps.hooked(new ServerHooks(List.of(), List.of(), false), retire(3, 1));

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
        var unused = surgeon().perform(join(5), () -> Control.RUN);

        assertThat(refusals(retire(3, 1)))
                .containsExactly("the servers run with two lists: 1 of 5 have been through zk join 5");
        assertThat(surgeon().plan(join(5))).isInstanceOf(Proposal.Proposed.class);
    }
}
