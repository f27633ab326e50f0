package io.kash.commands.reassignments;

import static io.kash.surgery.fake.SimulatedCluster.brokers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReassignmentsAdoptTest {
    private static final TopicPartition ORDERS = new TopicPartition("orders", 0);

    private final SimulatedCluster cluster = Workplace.oldAndNew();
    private final Workplace lab = Workplace.of(cluster);

    /** Somebody else replaces broker 3 by 12. */
    @BeforeEach
    void aReassignmentOfSomebodyElse() {
        cluster.put(new Partition(
                ORDERS,
                brokers(1, 2, 12, 3),
                brokers(1, 2, 3),
                Optional.of(brokers(1).get(0)),
                brokers(12),
                brokers(3)));
    }

    @Test
    void itIsSeenThroughAsAnOperationOfOurOwnAndNothingIsSubmittedAnew() {
        cluster.onTick(tick -> {
            if (tick == 15) {
                cluster.put(Partition.at(
                        ORDERS,
                        brokers(1, 2, 12),
                        brokers(1, 2, 12),
                        Optional.of(brokers(1).get(0))));
            }
        });
        Workplace place = lab.answering("yes");

        assertThat(place.run("reassignments adopt")).isEqualTo(Outcome.DONE);

        assertThat(cluster.effects()).noneMatch(AlterReassignments.class::isInstance);
        assertThat(cluster.throttles().isEmpty()).isTrue();
        assertThat(place.data()).contains("orders-0   1a,2b,3c  1a,2b,12b  1       3/3");
    }

    @Test
    void thePreviewSaysWhatIsTakenOver() {
        Workplace place = lab.answering();

        assertThat(place.run("reassignments adopt --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(place.notes()).contains("~ move      1 replica off broker 3");
        assertThat(cluster.effects()).isEmpty();
    }

    @Test
    void whatDoesNotRunCannotBeTakenOver() {
        Problem problem = lab.problem("reassignments adopt payments-0");

        assertThat(problem.kind()).isEqualTo(Problem.Kind.USAGE);
        assertThat(problem.what()).isEqualTo("no reassignment of payments-0 is running");
    }

    @Test
    void onceAdoptedItIsListedAsOurs() {
        int[] pressed = {0};
        cluster.onTick(tick -> pressed[0] = tick >= 12 ? 2 : 0);
        lab.answering("yes")
                .with((io.kash.commands.session.Interrupts) () -> pressed[0])
                .run("reassignments adopt");
        cluster.onTick(tick -> {});

        Problem problem = lab.problem("reassignments adopt orders-0");

        assertThat(problem.what())
                .isEqualTo("orders-0 is moved by operation " + lab.operation().id());
    }
}
