package io.kash.lab.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class CommittedOffsetsTest {
    private static final TopicPartition METRICS = new TopicPartition("metrics", 3);

    private final CommittedOffsets offsets = new CommittedOffsets();

    @Test
    void an_offset_that_stays_or_grows_is_fine() {
        offsets.committed(Map.of(METRICS, 17L));

        offsets.seen(offsets.known(), Map.of(METRICS, 17L));
        offsets.seen(offsets.known(), Map.of(METRICS, 18L));

        assertThat(offsets.wentBack()).isEmpty();
    }

    @Test
    void an_offset_that_goes_back_is_named() {
        offsets.committed(Map.of(METRICS, 17L));

        offsets.seen(offsets.known(), Map.of(METRICS, 4L));

        assertThat(offsets.wentBack()).containsExactly("metrics-3 from 17 to 4");
    }

    @Test
    void an_offset_that_vanishes_went_back_too() {
        offsets.committed(Map.of(METRICS, 17L));

        offsets.seen(offsets.known(), Map.of());

        assertThat(offsets.wentBack()).containsExactly("metrics-3 from 17 to none");
    }

    @Test
    void a_commit_made_while_the_cluster_was_being_asked_is_not_held_against_its_answer() {
        offsets.committed(Map.of(METRICS, 17L));
        Map<TopicPartition, Long> before = offsets.known();
        offsets.committed(Map.of(METRICS, 20L));

        offsets.seen(before, Map.of(METRICS, 17L));

        assertThat(offsets.wentBack()).isEmpty();
    }
}
