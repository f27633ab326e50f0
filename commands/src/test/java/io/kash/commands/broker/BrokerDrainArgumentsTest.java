package io.kash.commands.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.problem.Problem;
import org.junit.jupiter.api.Test;

class BrokerDrainArgumentsTest {
    private final SimulatedCluster cluster = Workplace.oldAndNew();
    private final Workplace lab = Workplace.of(cluster).answering("yes");

    @Test
    void a_broker_that_is_neither_registered_nor_listed_is_an_error_of_the_words() {
        assertThat(lab.problem("drain 99"))
                .isEqualTo(Problem.usage(
                        "there is no broker 99", "broker drain", "registered are 1,2,3,11,12,13", "broker list"));
    }

    @Test
    void a_broker_that_is_down_and_still_listed_can_be_drained() {
        cluster.without(3);

        assertThat(lab.run("drain 3 --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);
    }

    @Test
    void no_broker_is_named_is_an_error_of_the_words() {
        assertThat(lab.problem("drain").what()).isEqualTo("<broker> is missing");
    }

    @Test
    void a_broker_is_not_drained_onto_itself() {
        assertThat(lab.problem("drain 3 --to 3,13").what()).isEqualTo("broker 3 is to give and to receive");
    }

    @Test
    void an_empty_broker_is_nothing_to_do() {
        assertThat(lab.run("drain 11")).isEqualTo(Outcome.DONE);

        assertThat(lab.notes()).isEqualTo("Nothing to do: every replica is where it should be.\n");
    }

    @Test
    void brokers_that_leave_too_few_for_the_replication_factor_are_refused() {
        assertThat(lab.run("drain 3 --to 1")).isEqualTo(Outcome.REFUSED);

        assertThat(lab.notes())
                .isEqualTo(
                        """
                Refused, nothing was changed:
                  x 3 partitions have no place for all their replicas: orders-0, orders-1, payments-0
                      limit  every replica of a partition is on a broker of its own, and the replication factor is kept
                      lift   name more brokers with --to
                """);
        assertThat(cluster.effects()).isEmpty();
    }

    @Test
    void one_partition_without_a_place_is_counted_as_one() {
        lab.run("drain 3 --to 1 --topics payments");

        assertThat(lab.notes()).contains("  x 1 partition has no place for all its replicas: payments-0\n");
    }
}
