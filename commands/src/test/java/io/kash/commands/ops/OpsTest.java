package io.kash.commands.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpsTest {
    private final SimulatedCluster cluster = Workplace.oldAndNew();
    private final Workplace lab = Workplace.of(cluster);

    private String moved() {
        assertThat(lab.answering("yes").run("topics move --to-new")).isEqualTo(Outcome.DONE);
        return lab.operation().id().toString();
    }

    @Test
    void the_list_names_every_operation_its_state_and_who_carried_it_out() {
        String id = moved();

        assertThat(lab.run("ops list")).isEqualTo(Outcome.DONE);

        assertThat(lab.data())
                .isEqualTo(
                        """
                ID    OPERATION             BEGUN                 STATE  BY
                %s  topics move --to-new  2026-03-01T14:02:07Z  done   ada@bastion (4711)
                """
                                .formatted(id));
        assertThat(lab.notes()).isEqualTo("note: these journals are on this machine; nobody else sees them\n");
    }

    @Test
    void an_empty_list_says_so() {
        lab.run("ops list");

        assertThat(lab.data()).isEqualTo("no operations\n");
    }

    @Test
    void show_tells_the_whole_journal() {
        String id = moved();
        String hash = lab.operation().hash().hex();

        assertThat(lab.run("ops show " + id)).isEqualTo(Outcome.DONE);

        assertThat(lab.data())
                .isEqualTo(
                        """
                Operation  ID
                Request    topics move --to-new
                State      done
                By         ada@bastion (4711)
                Cluster    cluster-1
                Plan       HASH

                 #  AT                    HOLDER  EVENT      DETAIL
                 1  2026-03-01T14:02:07Z       1  planned    ID topics move --to-new
                 2  2026-03-01T14:02:07Z       1  consented  typed yes
                 3  2026-03-01T14:02:07Z       1  taken      ada@bastion (4711)
                 4  2026-03-01T14:02:07Z       1  found      16 settings as found
                 5  2026-03-01T14:02:07Z       1  intended   change 16 settings of broker 1, broker 2, broker 3 and 5 more
                 6  2026-03-01T14:02:07Z       1  answered   accepted
                 7  2026-03-01T14:02:07Z       1  intended   reassign orders-0, orders-1, payments-0
                 8  2026-03-01T14:02:07Z       1  answered   accepted
                 9  2026-03-01T14:02:07Z       1  intended   elect the preferred leaders of orders-0
                10  2026-03-01T14:02:07Z       1  answered   accepted
                11  2026-03-01T14:02:07Z       1  intended   reassign orders-0
                12  2026-03-01T14:02:07Z       1  answered   accepted
                13  2026-03-01T14:02:07Z       1  step-done  step 1 of plan 1
                14  2026-03-01T14:02:07Z       1  intended   elect the preferred leaders of orders-0, orders-1, payments-0
                15  2026-03-01T14:02:07Z       1  answered   accepted
                16  2026-03-01T14:02:07Z       1  step-done  step 2 of plan 1
                17  2026-03-01T14:02:07Z       1  intended   change 16 settings of broker 1, broker 2, broker 3 and 5 more
                18  2026-03-01T14:02:07Z       1  answered   accepted
                19  2026-03-01T14:02:07Z       1  restored   hold 1 of plan 1
                20  2026-03-01T14:02:07Z       1  finished   -
                """
                                .replace("HASH", hash)
                                .replace("ID ", id + " ")
                                .replace("ID\n", id + "\n"));
    }

    @Test
    void undo_plans_the_way_back_and_asks_like_any_other_change() {
        String id = moved();
        Workplace back = lab.answering("yes");

        assertThat(back.run("ops undo " + id)).isEqualTo(Outcome.DONE);

        assertThat(back.questions()).hasSize(1);
        assertThat(back.notes()).contains("  ~ move      9 replicas off brokers 11,12,13   114 MiB");
        assertThat(back.data())
                .contains("orders-0    11a,12b,13c  1a,2b,3c  1       3/3\n")
                .contains(" undo topics move --to-new\n");
        assertThat(cluster.cluster().partitions()).allSatisfy(partition -> assertThat(partition.replicas())
                .containsExactlyInAnyOrderElementsOf(SimulatedCluster.brokers(1, 2, 3)));
    }

    @Test
    void undo_without_consent_changes_nothing() {
        String id = moved();
        int effects = cluster.effects().size();

        assertThat(lab.answering("no").run("ops undo " + id)).isEqualTo(Outcome.DECLINED);

        assertThat(cluster.effects()).hasSize(effects);
    }

    @Test
    void what_has_no_way_back_says_why() {
        cluster.put(Partition.at(
                new TopicPartition("orders", 0),
                SimulatedCluster.brokers(1, 2, 3),
                SimulatedCluster.brokers(1, 2, 3),
                Optional.of(SimulatedCluster.broker(2))));
        assertThat(lab.answering("yes").run("leaders elect")).isEqualTo(Outcome.DONE);
        String id = lab.operation().id().toString();

        Problem problem = lab.problem("ops undo " + id);

        assertThat(problem.kind()).isEqualTo(Problem.Kind.REFUSED);
        assertThat(problem.what()).isEqualTo("operation " + id + " cannot be undone");
        assertThat(problem.why()).isEqualTo("leaders that were not the preferred ones are nothing to go back to");
    }

    @Test
    void an_id_that_is_not_there_is_an_error_of_the_words() {
        for (String command : new String[] {"ops show", "ops resume", "ops undo"}) {
            Problem problem = lab.problem(command + " 7f3a");

            assertThat(problem)
                    .isEqualTo(Problem.usage("there is no operation 7f3a", "this environment's store", "", "ops list"));
        }
    }

    @Test
    void an_id_of_the_wrong_form_is_an_error_of_the_words() {
        Problem problem = lab.problem("ops resume 7F3A");

        assertThat(problem.kind()).isEqualTo(Problem.Kind.USAGE);
        assertThat(problem.what()).isEqualTo("<operation>: '7F3A' is not an operation; ids look like 7f3a or 7f3a-2");
    }
}
