package io.kash.commands.kraft;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.Structure;
import io.kash.commands.fake.Typed;
import io.kash.commands.verb.Outcome;
import io.kash.commands.view.AnswerTree;
import io.kash.surgery.fake.FakeObserver;
import io.kash.surgery.fake.SimulatedQuorum;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.kafka.MetadataQuorumLook;
import org.junit.jupiter.api.Test;

class KraftListTest {
    private final SimulatedQuorum quorum =
            SimulatedQuorum.of(3).withObserver(104).withBroker(201);

    private FakeSession session() {
        return FakeSession.lab(
                new FakeObserver().with(quorum.quorum(new MetadataQuorumLook(), Surgeon.CLOCK.instant())));
    }

    @Test
    void every_controller_is_listed_with_the_leaders_word_and_its_own() {
        quorum.dead(104).following(102, 101);
        FakeSession session = session();

        assertThat(Typed.run(new KraftList(session))).isEqualTo(Outcome.DONE);

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                Voters   dynamic (kraft.version 1)
                Bears    3 voters, 1 may fail
                Leader   103, epoch 7
                Decided  4711 records

                 ID  ROLE      LAG  IN SYNC    FOLLOWS  ENDPOINT        ZONE  DIRECTORY  PROBLEM
                101  voter       0  now            103  10.0.1.10:9093  -     dir-101    -
                102  voter       0  now            101  10.0.2.10:9093  -     dir-102    follows controller 101, not 103
                103  leader      0  now            103  10.0.3.10:9093  -     dir-103    -
                104  observer  120  1m 1s ago        -  10.0.4.10:9093  -     dir-104    has not fetched for 61 s
                """);
        assertThat(session.recording().notes())
                .isEqualTo("note: 1 node more observes the quorum and is no registered controller: brokers do\n");
    }

    @Test
    void a_static_quorum_is_said_to_be_one() {
        quorum.staticQuorum();
        FakeSession session = session();

        Typed.run(new KraftList(session));

        assertThat(session.recording().data())
                .startsWith("Voters   static: they cannot be changed here (kraft.version 0)\n");
    }

    @Test
    void a_quorum_without_a_leader_is_a_failure() {
        quorum.leaderless();
        FakeSession session = session();

        assertThat(Typed.run(new KraftList(session))).isEqualTo(Outcome.FAILED);

        assertThat(session.recording().notes()).contains("error: the quorum has no leader");
    }

    @Test
    void the_json_has_its_documented_structure() {
        KraftList list = new KraftList(session());

        assertThat(Structure.of(AnswerTree.of(list.ask(Typed.parse(list)))))
                .containsExactly(
                        "controllers[] array",
                        "controllers[].directory string",
                        "controllers[].endpoint string",
                        "controllers[].follows number",
                        "controllers[].id number",
                        "controllers[].inSyncMillis number",
                        "controllers[].lag number",
                        "controllers[].listener string",
                        "controllers[].problem string",
                        "controllers[].role string",
                        "controllers[].zone null",
                        "format string",
                        "notes[] array",
                        "notes[] string",
                        "observedAt string",
                        "problems[] array",
                        "quorum.bears string",
                        "quorum.configured string",
                        "quorum.epoch number",
                        "quorum.highWatermark number",
                        "quorum.kraftVersion number",
                        "quorum.leader number");
    }
}
