package io.kash.commands.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.Structure;
import io.kash.commands.fake.Typed;
import io.kash.commands.view.AnswerTree;
import io.kash.surgery.fake.Clusters;
import io.kash.surgery.problem.ProblemException;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private final Clusters clusters = Clusters.oldAndNew()
            .topic("__consumer_offsets", 2, Clusters.ids(1, 2, 3))
            .isr("payments-0", 1)
            .reassigning("payments-1", 12, 13, 11);

    @Test
    void the_list_shows_size_and_health_internal_topics_included() {
        FakeSession session = FakeSession.lab(clusters.observer());

        Typed.run(new TopicsList(session));

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                TOPIC               KIND      PARTITIONS  RF  MIN ISR     SIZE  NOT FULL
                __consumer_offsets  internal           1   3        2        -         0
                orders              -                  2   3        2  512 MiB         0
                payments            -                  3   3        2    6 GiB         1
                """);
    }

    @Test
    void a_glob_names_the_topics_wanted_and_one_that_fits_none_says_so() {
        FakeSession some = FakeSession.lab(clusters.observer());
        FakeSession none = FakeSession.lab(clusters.observer());

        Typed.run(new TopicsList(some), "--topics", "pay*,ord?rs", "--query", "topics[].name");
        Typed.run(new TopicsList(none), "--topics", "nothing-*");

        assertThat(some.recording().data()).isEqualTo("[\n  \"orders\",\n  \"payments\"\n]\n");
        assertThat(none.recording().data()).isEqualTo("no topic has such a name\n");
    }

    @Test
    void one_topic_is_shown_partition_by_partition() {
        FakeSession session = FakeSession.lab(clusters.observer());

        Typed.run(new TopicsShow(session), "payments");

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                Topic payments
                  Id                id-of-payments
                  Internal          no
                  Partitions        3
                  Replicas          3
                  Min ISR           2
                  Unclean election  not allowed
                  Size              6 GiB, 18 GiB with all replicas

                Partitions
                  PARTITION  STATE          LEADER  REPLICAS        ISR    REASSIGNING        SIZE
                          0  under min ISR       1  1,2,3           1      -                 2 GiB
                          1  full                2  12,13,11,2,3,1  2,3,1  +12,13,11 -2,3,1  2 GiB
                          2  full                3  3,1,2           3,1,2  -                 2 GiB
                """);
    }

    @Test
    void a_topic_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> Typed.run(new TopicsShow(FakeSession.lab(clusters.observer())), "payment"))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("there is no topic 'payment'");
    }

    @Test
    void the_json_of_the_list_has_its_documented_structure() {
        TopicsList list = new TopicsList(FakeSession.lab(Clusters.oldAndNew().observer()));

        assertThat(Structure.of(AnswerTree.of(list.ask(Typed.parse(list)))))
                .containsExactly(
                        "format string",
                        "notes[] array",
                        "observedAt string",
                        "problems[] array",
                        "topics[] array",
                        "topics[].bytes number",
                        "topics[].diskBytes number",
                        "topics[].internal boolean",
                        "topics[].minInSyncReplicas number",
                        "topics[].name string",
                        "topics[].partitions number",
                        "topics[].replicationFactor number",
                        "topics[].underReplicated number");
    }

    @Test
    void the_json_of_one_topic_has_its_documented_structure() {
        TopicsShow show = new TopicsShow(FakeSession.lab(clusters.observer()));

        assertThat(Structure.of(AnswerTree.of(show.ask(Typed.parse(show, "payments")))))
                .containsExactly(
                        "format string",
                        "notes[] array",
                        "observedAt string",
                        "partitions[] array",
                        "partitions[].adding[] array",
                        "partitions[].adding[] number",
                        "partitions[].bytes number",
                        "partitions[].isr[] array",
                        "partitions[].isr[] number",
                        "partitions[].leader number",
                        "partitions[].partition number",
                        "partitions[].reassigning boolean",
                        "partitions[].removing[] array",
                        "partitions[].removing[] number",
                        "partitions[].replicas[] array",
                        "partitions[].replicas[] number",
                        "partitions[].state string",
                        "problems[] array",
                        "topic.bytes number",
                        "topic.id string",
                        "topic.internal boolean",
                        "topic.minInSyncReplicas number",
                        "topic.name string",
                        "topic.partitionCount number",
                        "topic.replicationFactor number",
                        "topic.uncleanElection boolean");
    }
}
