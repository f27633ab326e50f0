package io.kash.commands.reassignments;

import static io.kash.surgery.fake.SimulatedCluster.broker;
import static io.kash.surgery.fake.SimulatedCluster.brokers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.FakePrompter;
import io.kash.commands.fake.Workplace;
import io.kash.commands.session.Interrupts;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReassignmentsCancelTest {
    private static final int UNDER_WAY = 8;

    private final SimulatedCluster cluster = Workplace.oldAndNew().copyingFor(100);
    private final Workplace lab = Workplace.of(cluster);
    private int pressed;

    /** Somebody else replaces broker 3 by 12 on one partition. */
    private void foreign(String topic, int number, List<BrokerId> isr) {
        cluster.put(new Partition(
                new TopicPartition(topic, number),
                brokers(1, 2, 12, 3),
                isr,
                Optional.of(isr.get(0)),
                brokers(12),
                brokers(3)));
    }

    /** An operation of ours that was left with payments-0 in flight. */
    private void ours() {
        cluster.onTick(tick -> {
            if (tick == UNDER_WAY) {
                pressed = 2;
            }
        });
        assertThat(lab.answering("yes").with((Interrupts) () -> pressed).run("topics move --to-new --window 1"))
                .isEqualTo(Outcome.INTERRUPTED);
        cluster.onTick(tick -> {});
    }

    private List<String> running() {
        return cluster.cluster()
                .partitions()
                .filter(Partition::reassigning)
                .map(partition -> partition.name().toString())
                .toList();
    }

    @Test
    void without_names_ours_are_taken_and_those_of_others_left_alone() {
        ours();
        foreign("orders", 0, brokers(1, 2, 3));
        Workplace place = lab.answering("yes");

        assertThat(place.run("reassignments cancel")).isEqualTo(Outcome.DONE);

        assertThat(place.questions()).containsExactly("This changes lab. Type yes to go on: ");
        assertThat(place.notes()).startsWith("Left alone, for kash did not start it: orders-0\n");
        assertThat(running()).containsExactly("orders-0");
    }

    @Test
    void the_preview_says_where_each_goes_back_to() {
        foreign("orders", 0, brokers(1, 2, 3));

        assertThat(lab.run("reassignments cancel orders-0 --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(lab.notes())
                .contains(
                        """
                  - cancel    1 reassignment   back to the original replicas; what was copied is thrown away

                  PARTITION  ON ITS WAY TO  BACK TO
                  orders-0   1a,2b,12b      1a,2b,3c
                """)
                .contains(" · cannot be undone: what was cancelled is moved again with topics move\n");
    }

    @Test
    void those_of_others_are_refused_when_they_are_not_named() {
        foreign("orders", 0, brokers(1, 2, 3));

        Problem problem = lab.answering("yes").problem("reassignments cancel");

        assertThat(problem)
                .isEqualTo(new Problem(
                        Problem.Kind.REFUSED,
                        "every reassignment that runs is somebody else's: orders-0",
                        "lab",
                        "work of others is cancelled only when each of it is named",
                        "reassignments cancel orders-0"));
        assertThat(cluster.effects()).isEmpty();
    }

    @Test
    void those_of_others_are_asked_for_one_by_one_by_their_names() {
        foreign("orders", 0, brokers(1, 2, 3));
        foreign("payments", 0, brokers(1, 2, 3));
        Workplace place = lab.answering("orders-0", "payments-0", "yes");

        assertThat(place.run("reassignments cancel orders-0 payments-0")).isEqualTo(Outcome.DONE);

        assertThat(place.questions())
                .containsExactly(
                        "kash did not start the reassignment of orders-0. Type orders-0 to cancel it: ",
                        "kash did not start the reassignment of payments-0. Type payments-0 to cancel it: ",
                        "This changes lab. Type yes to go on: ");
        assertThat(running()).isEmpty();
        assertThat(place.data())
                .startsWith(
                        """
                PARTITION   REPLICAS NOW
                orders-0    1a,2b,3c
                payments-0  1a,2b,3c
                """);
    }

    @Test
    void one_no_among_them_changes_nothing() {
        foreign("orders", 0, brokers(1, 2, 3));
        foreign("payments", 0, brokers(1, 2, 3));
        Workplace place = lab.answering("orders-0", "yes");

        assertThat(place.run("reassignments cancel orders-0 payments-0")).isEqualTo(Outcome.DECLINED);

        assertThat(running()).containsExactly("orders-0", "payments-0");
    }

    @Test
    void consent_beforehand_answers_no_question_about_work_of_others() {
        foreign("orders", 0, brokers(1, 2, 3));
        Workplace place = lab.with(FakePrompter.nobody());

        assertThat(place.run("reassignments cancel orders-0 --confirm lab")).isEqualTo(Outcome.DECLINED);

        assertThat(place.notes())
                .endsWith("Nothing was changed: what would be done has to be asked one by one, and there is nobody to"
                        + " ask here.\n");
        assertThat(running()).containsExactly("orders-0");
    }

    @Test
    void a_partition_of_ours_that_somebody_else_has_sent_elsewhere_is_somebody_elses() {
        ours();
        foreign("payments", 0, brokers(1, 2, 3));

        assertThat(lab.answering("yes").problem("reassignments cancel").what())
                .isEqualTo("every reassignment that runs is somebody else's: payments-0");
    }

    @Test
    void one_whose_original_replicas_are_not_well_is_refused() {
        foreign("orders", 0, List.of(broker(12), broker(1)));
        Workplace place = lab.answering("orders-0", "yes");

        assertThat(place.run("reassignments cancel orders-0")).isEqualTo(Outcome.REFUSED);

        assertThat(place.notes())
                .isEqualTo(
                        """
                Refused, nothing was changed:
                  x orders-0: of its original replicas 1,2,3 only 1 is alive and in sync
                      limit  at least 2 must be, or cancelling loses records
                      lift   let the reassignment finish, or start the original brokers and wait until they are in sync
                """);
        assertThat(cluster.effects()).isEmpty();
    }

    @Test
    void when_nothing_runs_there_is_nothing_to_do() {
        assertThat(lab.run("reassignments cancel")).isEqualTo(Outcome.DONE);

        assertThat(lab.notes()).isEqualTo("Nothing to do: no reassignment is running.\n");
    }

    @Test
    void under_pair_a_safe_cancellation_needs_no_second_operator() {
        foreign("orders", 0, brokers(1, 2, 3));
        Workplace pair =
                Workplace.in(Workplace.environment(Protection.PAIR), cluster).answering("orders-0", "lab");

        assertThat(pair.run("reassignments cancel orders-0")).isEqualTo(Outcome.DONE);
    }
}
