package io.kash.surgery.quorum;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.plan.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MajorityTest {
    @Test
    void four_bear_no_more_than_three() {
        assertThat(Majority.of(List.of(1, 2, 3), Map.of()).mayFail()).isEqualTo(1);
        assertThat(Majority.of(List.of(1, 2, 3, 4), Map.of()).mayFail()).isEqualTo(1);
        assertThat(Majority.of(List.of(1, 2, 3, 4, 5), Map.of()).mayFail()).isEqualTo(2);
    }

    @Test
    void zones_whose_loss_would_cost_the_quorum_are_named() {
        Map<Integer, String> zones = Map.of(1, "a", 2, "b", 3, "c", 4, "a");

        assertThat(Majority.of(List.of(1, 2, 3), zones).fatalZones()).isEmpty();
        assertThat(Majority.of(List.of(1, 2, 3, 4), zones).fatalZones()).containsExactly("a");
    }

    @Test
    void fewer_than_the_floor_are_refused() {
        assertThat(Majority.of(List.of(1, 2, 3), Map.of()).floor(3, "zk join")).isEmpty();
        assertThat(Majority.of(List.of(), Map.of()).floor(1, "kraft join"))
                .containsExactly(Finding.refusal(
                        "0 voters would stay: none",
                        "at least 1 stays",
                        "join others first (kraft join), or set --floor lower"));
    }

    @Test
    void the_time_without_trouble_begins_again_under_another_leader_and_after_trouble() {
        Steady steady = new Steady();
        Instant first = Instant.parse("2026-03-01T14:00:00Z");

        assertThat(steady.note("1", Optional.of("leader 3"), first)).contains(first);
        assertThat(steady.note("1", Optional.of("leader 3"), first.plusSeconds(5)))
                .contains(first);
        assertThat(steady.note("1", Optional.of("leader 2"), first.plusSeconds(9)))
                .contains(first.plusSeconds(9));
        assertThat(steady.note("1", Optional.empty(), first.plusSeconds(10))).isEmpty();
        assertThat(steady.note("1", Optional.of("leader 2"), first.plusSeconds(11)))
                .contains(first.plusSeconds(11));
    }
}
