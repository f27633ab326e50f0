package io.kash.commands.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.session.Interrupts;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InterruptTest {
    /** The look at which the first partition is seen on its way. */
    private static final int UNDER_WAY = 7;

    private final SimulatedCluster cluster = Workplace.oldAndNew();
    private final Workplace lab = Workplace.of(cluster).answering("yes");
    private int pressed;

    private Outcome pressing(int times) {
        cluster.onTick(tick -> {
            if (tick == UNDER_WAY) {
                pressed = times;
            }
        });
        return interrupted().run("topics move --to-new --window 1");
    }

    private Workplace interrupted() {
        return new Workplace(cluster, lab.session().with((Interrupts) () -> pressed), lab.room());
    }

    @Test
    void the_first_finishes_what_is_in_flight_puts_back_what_was_found_and_says_how_to_go_on() {
        assertThat(pressing(1)).isEqualTo(Outcome.PARTLY_DONE);

        assertThat(lab.notes())
                .endsWith(
                        """
                Stopped: the operator asked it to stop.
                Nothing is in flight, and what it found is put back.
                To go on: ops resume ID
                """
                                .replace("ID", lab.operation().id().toString()));
        assertThat(lab.progress()).contains("STOPPING: 1 in flight");
        assertThat(cluster.cluster().partitions()).noneMatch(Partition::reassigning);
        assertThat(cluster.cluster()
                        .partitions()
                        .filter(partition -> partition.replicas().contains(SimulatedCluster.broker(11))))
                .hasSize(1);
        assertThat(cluster.throttles().isEmpty()).isTrue();
        assertThat(lab.data()).isEmpty();
    }

    @Test
    void the_second_leaves_at_once_and_says_what_is_left() {
        assertThat(pressing(2)).isEqualTo(Outcome.INTERRUPTED);

        assertThat(lab.notes())
                .endsWith(
                        """
                Left as it stands: the operator left.
                Reassignments in flight go on in Kafka, and throttles that were set stay.
                To go on: ops resume ID
                """
                                .replace("ID", lab.operation().id().toString()));
        assertThat(cluster.cluster().partitions()).anyMatch(Partition::reassigning);
        assertThat(cluster.throttles().isEmpty()).isFalse();
    }

    @Test
    void somebody_elses_move_stops_it_and_is_named() {
        cluster.onTick(tick -> {
            if (tick == UNDER_WAY) {
                cluster.put(Partition.at(
                        new TopicPartition("payments", 0),
                        SimulatedCluster.brokers(3, 2, 12),
                        SimulatedCluster.brokers(3, 2, 12),
                        Optional.of(SimulatedCluster.broker(3))));
            }
        });

        assertThat(lab.run("topics move --to-new --window 1")).isEqualTo(Outcome.PARTLY_DONE);

        assertThat(lab.notes()).contains("Stopped: payments-0 is on 3,2,12; it was on 1,2,3 when this was planned.\n");
        assertThat(cluster.throttles().isEmpty()).isTrue();
    }
}
