package io.kash.commands.change;

import static io.kash.surgery.fake.SimulatedCluster.broker;
import static io.kash.surgery.fake.SimulatedCluster.brokers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.fake.SampleEnvironment;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.problem.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final TopicPartition ORDERS_0 = new TopicPartition("orders", 0);

    private final SimulatedCluster cluster = Workplace.oldAndNew();
    private final Workplace lab = Workplace.of(cluster).answering("yes");

    @Test
    void all_refusals_are_shown_at_once_each_with_its_limit_and_what_lifts_it() {
        cluster.without(13)
                .put(new Partition(
                        ORDERS_0,
                        brokers(1, 2, 12, 3),
                        brokers(1, 2, 3),
                        Optional.of(broker(1)),
                        brokers(12),
                        brokers(3)));

        assertThat(lab.run("topics move --to-new")).isEqualTo(Outcome.REFUSED);

        assertThat(lab.notes())
                .isEqualTo(
                        """
                Refused, nothing was changed:
                  x broker 13 is not registered
                      limit  replicas go only to brokers that are up; a move onto a missing one never ends
                      lift   start it, or name another broker; broker list shows those there are
                  x 1 partition is being reassigned already: orders-0
                      limit  no move is written over another
                      lift   reassignments list shows them; wait for their end, or reassignments cancel <partition>
                """);
        assertNothingWasDone();
    }

    @Test
    void a_running_operation_of_somebody_else_is_named_before_anything_is_asked() {
        var unused = lab.store().session().claim("lock", "ben@bastion (12)");

        assertThat(lab.run("topics move --to-new")).isEqualTo(Outcome.REFUSED);

        assertThat(lab.notes())
                .isEqualTo(
                        """
                Refused, nothing was changed:
                  x ben@bastion (12) is carrying out an operation in this environment
                      limit  one operation at a time changes an environment
                      lift   ops list shows it; wait for its end
                """);
        assertThat(lab.questions()).isEmpty();
        assertNothingWasDone();
    }

    @Test
    void another_cluster_than_the_one_pinned_is_refused_before_anything_is_shown() {
        Environment elsewhere = SampleEnvironment.of("lab", Protection.CONFIRM, "10.0.0.1:9092")
                .pinned("another")
                .done();
        Workplace place = Workplace.in(elsewhere, cluster).answering("yes");

        Problem problem = place.problem("drain 3");

        assertThat(problem.kind()).isEqualTo(Problem.Kind.REFUSED);
        assertThat(problem.why()).isEqualTo("pinned is cluster id another, seen is cluster-1");
        assertThat(place.notes()).isEmpty();
        assertNothingWasDone();
    }

    private void assertNothingWasDone() {
        assertThat(cluster.effects()).isEmpty();
        assertThat(lab.operations()).isEmpty();
    }
}
