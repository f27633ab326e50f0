package io.kash.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.cluster.ClusterFacts;
import io.kash.lab.cluster.Placement;
import io.kash.lab.traffic.TrafficReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EvidenceTest {
    private final Captured captured = new Captured();

    @Test
    void a_clean_move_names_every_partition_that_is_now_on_new_brokers() {
        Evidence evidence = evidence(
                0,
                List.of(
                        new Placement("alerts", 0, List.of(11, 12, 13), List.of(11, 12, 13)),
                        new Placement("alerts", 1, List.of(1, 12, 13), List.of(1, 13))),
                List.of());

        evidence.print(captured.console().out());

        assertThat(captured.out())
                .isEqualTo(
                        """

                        The lab's evidence
                          records        acked 5312, lost 0, twice 0, at another offset 0
                          produce errors 0 (failed 0, unknown 0), longest acknowledgement 113 ms, in 27 s
                          consumers      read 5310, committed offsets went back 0 times
                          replicas       1 left on old brokers, 5 on new brokers
                          left behind    0 throttles, 0 reassignments
                          partitions now on new brokers alone: 1 of 2
                            alerts-0 on 11,12,13, in sync 11,12,13
                        """);
        assertThat(evidence.isBad()).isFalse();
    }

    @Test
    void a_lost_record_is_bad_and_named() {
        Evidence evidence = evidence(1, List.of(), List.of("broker 1: leader.replication.throttled.rate=1"));

        evidence.print(captured.console().out());

        assertThat(captured.out())
                .contains("lost 1", "lost: metrics-3 sequence 1 at offset 701", "1 throttles", "throttled.rate=1");
        assertThat(evidence.isBad()).isTrue();
    }

    private static Evidence evidence(int lost, List<Placement> placements, List<String> throttles) {
        TrafficReport report = new TrafficReport(
                5312,
                0,
                0,
                lost,
                lost == 0 ? List.of() : List.of("metrics-3 sequence 1 at offset 701"),
                0,
                0,
                Duration.ofMillis(113),
                Map.of(),
                5310,
                List.of(),
                Duration.ofSeconds(27));
        return new Evidence(
                report, new ClusterFacts(placements, throttles, List.of()), List.of(1, 2, 3), List.of(11, 12, 13));
    }
}
