package io.kash.surgery.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void distanceCountsLetters() {
        assertThat(Nearest.distance("bootstrap", "bootsrap")).isEqualTo(1);
        assertThat(Nearest.distance("", "aws")).isEqualTo(3);
        assertThat(Nearest.distance("client", "client")).isZero();
    }

    @Test
    void onlyAWordCloseEnoughIsMeant() {
        assertThat(Nearest.of("bootsrap", List.of("client", "bootstrap"))).contains("bootstrap");
        assertThat(Nearest.of("servers", List.of("client", "bootstrap"))).isEmpty();
    }
}
