package io.kash.commands.zk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.Structure;
import io.kash.commands.fake.Typed;
import io.kash.commands.verb.Outcome;
import io.kash.commands.view.AnswerTree;
import io.kash.surgery.fake.FakeConnection;
import io.kash.surgery.fake.FakeObserver;
import io.kash.surgery.fake.SampleEnvironments;
import io.kash.surgery.problem.ProblemException;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ZkListTest {
    private static final Server LEADER =
            new Server("10.0.1.5:2181", OptionalInt.of(1), "leader", "3.8.6", "0x100000a41", OptionalInt.of(14), "");
    private static final Server DEAD =
            new Server("10.0.2.5:2181", OptionalInt.empty(), "", "", "", OptionalInt.empty(), "connection refused");

    @Test
    void every_server_is_listed_and_one_that_does_not_answer_says_why() {
        FakeSession session = FakeSession.lab(new FakeObserver().with(new Ensemble(List.of(LEADER, DEAD))));

        assertThat(Typed.run(new ZkList(session))).isEqualTo(Outcome.DONE);

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                SERVER         ID  MODE       VERSION  LAST ZXID    CONNECTIONS  PROBLEM
                10.0.1.5:2181   1  leader     3.8.6    0x100000a41           14  -
                10.0.2.5:2181   -  no answer  -        -                      -  connection refused
                """);
    }

    @Test
    void an_ensemble_of_which_no_server_answers_is_a_failure() {
        FakeSession session = FakeSession.lab(new FakeObserver().with(new Ensemble(List.of(DEAD))));

        assertThat(Typed.run(new ZkList(session))).isEqualTo(Outcome.FAILED);

        assertThat(session.recording().notes())
                .isEqualTo(
                        """
                error: no ZooKeeper server answers
                  where: lab
                  why:   10.0.2.5:2181: connection refused
                  next:  env show
                """);
    }

    @Test
    void an_environment_without_zookeeper_is_refused_before_anything_is_asked() {
        FakeObserver observer = new FakeObserver();
        FakeSession session = FakeSession.on(new FakeConnection(SampleEnvironments.bare(), observer));

        assertThatThrownBy(() -> Typed.run(new ZkList(session)))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("the environment has no ZooKeeper");
        assertThat(observer.asked()).isEmpty();
    }

    @Test
    void the_json_has_its_documented_structure() {
        ZkList list = new ZkList(FakeSession.lab(new FakeObserver().with(new Ensemble(List.of(LEADER)))));

        assertThat(Structure.of(AnswerTree.of(list.ask(Typed.parse(list)))))
                .containsExactly(
                        "format string",
                        "notes[] array",
                        "observedAt string",
                        "problems[] array",
                        "servers[] array",
                        "servers[].address string",
                        "servers[].connections number",
                        "servers[].id number",
                        "servers[].mode string",
                        "servers[].problem string",
                        "servers[].version string",
                        "servers[].zxid string");
    }
}
