package io.kash.commands.throttles;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.session.Interrupts;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.kafka.Throttles;
import org.junit.jupiter.api.Test;

class ThrottlesRestoreTest {
    private static final int UNDER_WAY = 8;

    private final SimulatedCluster cluster = Workplace.oldAndNew();
    private final Workplace lab = Workplace.of(cluster);
    private int pressed;

    /** An operation of ours that was left with its throttles set. */
    private void left() {
        cluster.onTick(tick -> {
            if (tick == UNDER_WAY) {
                pressed = 2;
            }
        });
        assertThat(lab.answering("yes").with((Interrupts) () -> pressed).run("drain 3 --topics payments"))
                .isEqualTo(Outcome.INTERRUPTED);
        cluster.onTick(tick -> {});
    }

    @Test
    void the_preview_names_every_setting_and_what_it_goes_back_to() {
        cluster.set(1, Throttles.LEADER_RATE, "777");
        left();

        assertThat(lab.run("throttles restore --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(lab.notes())
                .contains(
                        """
                  - restore   10 settings   as they were found; settings of others stay

                  OF              SETTING                                  BACK TO
                  broker 1        leader.replication.throttled.rate        777
                  broker 1        follower.replication.throttled.rate      not set
                  broker 2        leader.replication.throttled.rate        not set
                  broker 2        follower.replication.throttled.rate      not set
                  broker 3        leader.replication.throttled.rate        not set
                  broker 3        follower.replication.throttled.rate      not set
                  broker 13       leader.replication.throttled.rate        not set
                  broker 13       follower.replication.throttled.rate      not set
                  topic payments  leader.replication.throttled.replicas    not set
                  topic payments  follower.replication.throttled.replicas  not set
                """)
                .contains(" · cannot be undone: a throttle that nobody uses is nothing to go back to\n");
    }

    @Test
    void what_was_found_is_put_back_exactly() {
        cluster.set(1, Throttles.LEADER_RATE, "777").set("payments", Throttles.LEADER_REPLICAS, "0:9");
        Throttles before = cluster.throttles();
        left();
        assertThat(cluster.throttles()).isNotEqualTo(before);
        Workplace place = lab.answering("yes");

        assertThat(place.run("throttles restore")).isEqualTo(Outcome.DONE);

        assertThat(cluster.throttles()).isEqualTo(before);
        assertThat(place.data()).startsWith("  10 of 10 settings as found\n");
    }

    @Test
    void what_somebody_else_has_set_since_stays() {
        left();
        cluster.set(2, Throttles.LEADER_RATE, "5");
        Workplace place = lab.answering("yes");

        assertThat(place.run("throttles restore")).isEqualTo(Outcome.DONE);

        assertThat(cluster.throttles().ofBroker(SimulatedCluster.broker(2), Throttles.LEADER_RATE))
                .contains("5");
        assertThat(place.data())
                .startsWith("  9 of 10 settings as found; the rest is somebody else's by now, or on a broker that is"
                        + " down\n");
    }

    @Test
    void throttles_that_no_operation_of_ours_has_set_are_nothing_to_do() {
        cluster.set(1, Throttles.LEADER_RATE, "777");

        assertThat(lab.run("throttles restore")).isEqualTo(Outcome.DONE);

        assertThat(lab.notes()).isEqualTo("Nothing to do: no operation of kash has left a throttle.\n");
        assertThat(cluster.effects()).isEmpty();
    }
}
