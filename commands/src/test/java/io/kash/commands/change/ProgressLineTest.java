package io.kash.commands.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.RecordingScreen;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.leadership.ElectLeaders;
import io.kash.surgery.movement.MoveReplicas;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.Witness.Sighting;
import io.kash.surgery.plan.Adjustment;
import io.kash.surgery.plan.Progress;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import io.kash.surgery.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T14:00:00Z");
    private static final Step MOVE = new MoveReplicas(List.of(), 6);
    private static final Step ELECT = new ElectLeaders(List.of(new TopicPartition("orders", 0)));
    private static final long TOTAL = 500L << 20;

    private final RecordingScreen screen = RecordingScreen.terminal(120);
    private final ProgressLine line = new ProgressLine("7f3a drain 12", screen);

    private void saw(int seconds, long doneMiB, Standing standing, boolean stopping) {
        line.saw(new Sighting(
                BEGIN.plusSeconds(seconds),
                MOVE,
                standing,
                new Progress(Progress.Unit.BYTES, doneMiB << 20, TOTAL, 6),
                stopping ? Control.STOP : Control.RUN));
    }

    private String last() {
        List<String> lines = screen.progress().lines().toList();
        return lines.get(lines.size() - 1);
    }

    @Test
    void it_has_fixed_fields_and_no_end_before_there_is_a_rate() {
        saw(0, 0, Standing.READY, false);
        saw(2, 100, Standing.UNDERWAY, false);

        assertThat(screen.progress())
                .isEqualTo(
                        """
                7f3a drain 12  [                    ]    0 %  0 B / 500 MiB  6 in flight  -  0s  moving
                7f3a drain 12  [====>               ]   20 %  100 MiB / 500 MiB  6 in flight  -  2s  moving
                """);
    }

    @Test
    void with_a_rate_the_end_is_told_as_time_left_and_as_clock_time() {
        saw(0, 0, Standing.UNDERWAY, false);
        saw(10, 100, Standing.UNDERWAY, false);

        assertThat(last())
                .isEqualTo("7f3a drain 12  [====>               ]   20 %  100 MiB / 500 MiB  6 in flight  10.5 MB/s"
                        + "  10s  ETA 40s (14:00Z)  moving");
    }

    @Test
    void all_bytes_are_not_100_percent_before_it_is_verified() {
        saw(0, 400, Standing.UNDERWAY, false);
        saw(10, 500, Standing.UNDERWAY, false);
        assertThat(last())
                .contains("[===================>]   99 %")
                .doesNotContain("ETA")
                .endsWith("  moving");

        saw(11, 500, Standing.DONE, false);
        assertThat(last()).contains("[====================]  100 %").endsWith("  verified");
    }

    @Test
    void what_waits_says_since_when_and_for_what() {
        saw(0, 100, Standing.UNDERWAY, false);
        saw(45, 100, new Standing.Blocked("payments-3 waits for broker 9, which is fenced"), false);

        assertThat(last()).endsWith("  45s  WAITING 45s: payments-3 waits for broker 9, which is fenced");
    }

    @Test
    void what_does_not_move_for_half_a_minute_is_called_stalled() {
        saw(0, 100, Standing.UNDERWAY, false);
        saw(30, 100, Standing.UNDERWAY, false);
        assertThat(last()).endsWith("  moving");

        saw(31, 100, Standing.UNDERWAY, false);
        assertThat(last()).endsWith("  STALLED 31s: nothing has arrived since");
    }

    @Test
    void stopping_says_what_it_waits_for_and_promises_no_end() {
        saw(0, 0, Standing.UNDERWAY, false);
        saw(10, 100, Standing.UNDERWAY, true);

        assertThat(last()).endsWith("  10.5 MB/s  10s  STOPPING: 6 in flight");
    }

    @Test
    void work_of_somebody_else_is_named() {
        saw(0, 0, new Standing.Foreign("orders-0 is being moved to 4,5, not to 6,7"), false);

        assertThat(last()).endsWith("  STOPPING: orders-0 is being moved to 4,5, not to 6,7");
    }

    @Test
    void a_cluster_that_does_not_answer_leaves_the_last_figures_in_sight() {
        saw(0, 0, Standing.UNDERWAY, false);
        saw(10, 100, Standing.UNDERWAY, false);
        line.trouble(
                BEGIN.plusSeconds(15),
                Problem.failed("cannot read the topics", "lab", "no broker answered in 10 s", ""));

        assertThat(last())
                .startsWith("7f3a drain 12  [====>               ]   20 %  100 MiB / 500 MiB")
                .endsWith("  WAITING 5s: cannot read the topics: no broker answered in 10 s");
    }

    @Test
    void what_is_counted_has_no_rate() {
        line.saw(new Sighting(
                BEGIN, ELECT, Standing.UNDERWAY, new Progress(Progress.Unit.PARTITIONS, 1, 4, 0), Control.RUN));

        assertThat(last()).isEqualTo("7f3a drain 12  [=====>              ]   25 %  1 of 4  0s  electing");
    }

    @Test
    void a_refusal_of_the_cluster_is_told_beside_the_line() {
        line.wrote(new Event.Answered("rejected", "{orders-0=no\u001b such broker}"));

        assertThat(screen.notes()).isEqualTo("The cluster refused: {orders-0=no\\x1b such broker}\n");
    }

    @Test
    void a_rate_that_nobody_asked_for_is_said_with_its_reason_and_not_noted_each_time() {
        Adjustment eased =
                Adjustment.NONE.eased(5_000_000, OptionalInt.of(3), "acknowledgements take 200 ms, 40 ms before");
        line.wrote(new Event.Adjusted(eased, "acknowledgements take 200 ms, 40 ms before"));
        line.saw(new Sighting(
                BEGIN,
                MOVE,
                Standing.UNDERWAY,
                new Progress(Progress.Unit.BYTES, 0, TOTAL, 6),
                Control.RUN.with(eased, "")));

        assertThat(last()).endsWith("  moving at 5 MB/s a broker: acknowledgements take 200 ms, 40 ms before");
        assertThat(screen.notes()).isEmpty();
    }

    @Test
    void what_is_stalled_names_who_holds_it_up_where_that_is_known() {
        saw(0, 100, Standing.UNDERWAY, false);
        line.saw(new Sighting(
                BEGIN.plusSeconds(40),
                MOVE,
                Standing.UNDERWAY,
                new Progress(Progress.Unit.BYTES, 100L << 20, TOTAL, 6),
                Control.RUN,
                Optional.of("orders-3 has no leader: start brokers 1,2, in sync last")));

        assertThat(last()).endsWith("  STALLED 40s: orders-3 has no leader: start brokers 1,2, in sync last");
    }

    @Test
    void what_does_not_receive_anything_is_stalled_in_its_own_words() {
        for (int second : new int[] {0, 40}) {
            line.saw(new Sighting(
                    BEGIN.plusSeconds(second),
                    ELECT,
                    Standing.UNDERWAY,
                    new Progress(Progress.Unit.PARTITIONS, 1, 4, 0),
                    Control.RUN));
        }

        assertThat(last()).endsWith("  STALLED 40s: nothing has changed since");
    }
}
