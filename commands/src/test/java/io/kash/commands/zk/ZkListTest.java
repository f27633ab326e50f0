package io.kash.commands.zk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.RecordingScreen;
import io.kash.commands.fake.Structure;
import io.kash.commands.fake.Typed;
import io.kash.commands.verb.Outcome;
import io.kash.commands.view.AnswerTree;
import io.kash.surgery.fake.FakeConnection;
import io.kash.surgery.fake.FakeObserver;
import io.kash.surgery.fake.SampleEnvironments;
import io.kash.surgery.problem.ProblemException;
import io.kash.surgery.zookeeper.Contents;
import io.kash.surgery.zookeeper.Contents.OfServer;
import io.kash.surgery.zookeeper.Inspected;
import io.kash.surgery.zookeeper.Inspection;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZkListTest {
    @Test
    void every_server_is_listed_and_one_that_does_not_answer_says_why() {
        FakeSession session = seeing(ZkSamples.leader(), ZkSamples.dead(), ZkSamples.old());

        assertThat(Typed.run(new ZkList(session))).isEqualTo(Outcome.DONE);

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                SERVER         ID  MODE       VERSION  LAST ZXID    SYNCED  CLIENTS  CONFIG   ANSWERS  PROBLEM
                10.0.1.5:2181   1  leader     3.8.6    0x100000a41       2       14  dynamic  words    -
                10.0.2.5:2181   -  no answer  -        -                 -        -  -        -        refused the connection
                10.0.3.5:2181   3  follower   3.4.14   0x100000a41       -        2  static   srvr     -
                """);
        assertThat(session.recording().notes())
                .isEqualTo("note: known by host names, which a server resolves once, when it starts: server 2 as"
                        + " zk-2.internal:2888:3888\n");
    }

    @Test
    void on_a_narrow_screen_texts_are_cut_and_numbers_are_not() {
        FakeSession session =
                seeing(ZkSamples.leader(), ZkSamples.dead(), ZkSamples.old()).with(RecordingScreen.terminal(80));

        Typed.run(new ZkList(session));

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                SERVER    ID  MODE      VERSION  LAST ZX…  SYNCED  CLIENTS  CONFIG   ANSWERS  PROBLEM
                10.0.1.…   1  leader    3.8.6    0x10000…       2       14  dynamic  words    -
                10.0.2.…   -  no answ…  -        -              -        -  -        -        refused…
                10.0.3.…   3  follower  3.4.14   0x10000…       -        2  static   srvr     -
                """);
    }

    @Test
    void servers_that_hold_different_things_are_a_failure() {
        FakeSession session = FakeSession.lab(new FakeObserver()
                .with(new Inspection(List.of(ZkSamples.leader())))
                .with(new Contents(List.of(
                        new OfServer("10.0.1.5:2181", 12, "ab".repeat(32), List.of(), ""),
                        new OfServer("10.0.2.5:2181", 11, "cd".repeat(32), List.of("/shop/\u001b[2Ja"), ""),
                        new OfServer("10.0.3.5:2181", 0, "", List.of(), "no session within 4 s")))));

        assertThat(Typed.run(new ZkList(session), "--compare", "/shop,/brokers"))
                .isEqualTo(Outcome.FAILED);

        assertThat(session.recording().data())
                .endsWith(
                        """
                Contents, each read after a sync
                  SERVER         NODES  DIGEST    DIFFERS AT      PROBLEM
                  10.0.1.5:2181     12  abababab  -               -
                  10.0.2.5:2181     11  cdcdcdcd  /shop/\\x1b[2Ja  -
                  10.0.3.5:2181      0  -         -               no session within 4 s
                """);
        assertThat(session.recording().notes())
                .endsWith(
                        """
                error: servers of one ensemble hold different things
                  where: lab
                  why:   10.0.2.5:2181 at /shop/\\x1b[2Ja
                  next:  change nothing; find out which servers were ever started with an empty disk
                """);
    }

    @Test
    void an_ensemble_of_which_no_server_answers_is_a_failure() {
        FakeSession session = seeing(ZkSamples.dead());

        assertThat(Typed.run(new ZkList(session))).isEqualTo(Outcome.FAILED);

        assertThat(session.recording().notes())
                .isEqualTo(
                        """
                error: no ZooKeeper server answers
                  where: lab
                  why:   10.0.2.5:2181: refused the connection
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
        ZkList list = new ZkList(seeing(ZkSamples.leader()));

        assertThat(Structure.of(AnswerTree.of(list.ask(Typed.parse(list)))))
                .containsExactly(
                        "format string",
                        "notes[] array",
                        "notes[] string",
                        "observedAt string",
                        "problems[] array",
                        "servers[] array",
                        "servers[].address string",
                        "servers[].answers[] array",
                        "servers[].answers[] string",
                        "servers[].configured string",
                        "servers[].connections number",
                        "servers[].id number",
                        "servers[].mode string",
                        "servers[].namedMembers[] array",
                        "servers[].namedMembers[] number",
                        "servers[].problem string",
                        "servers[].syncedFollowers number",
                        "servers[].version string",
                        "servers[].zxid string");
    }

    private static FakeSession seeing(Inspected... servers) {
        return FakeSession.lab(new FakeObserver().with(new Inspection(List.of(servers))));
    }
}
