package io.kash.surgery.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PercentageTest {
    @Test
    void aShareIsRoundedUp() {
        assertThat(Percentage.of("10%").of(1_001)).isEqualTo(101);
        assertThat(Percentage.of("0 %").of(1_001)).isZero();
        assertThat(Percentage.of("100%").of(7)).isEqualTo(7);
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertThatThrownBy(() -> Percentage.of("ten")).hasMessage("'ten' is not a percentage; write it like 10%");
        assertThatThrownBy(() -> Percentage.of("101%")).hasMessage("'101%' is not a percentage; write 0% to 100%");
    }
}
