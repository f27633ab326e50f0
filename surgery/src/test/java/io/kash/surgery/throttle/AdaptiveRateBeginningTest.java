package io.kash.surgery.throttle;

import static io.kash.surgery.throttle.RatesUnderTest.CEILING;
import static io.kash.surgery.throttle.RatesUnderTest.seconds;
import static io.kash.surgery.throttle.RatesUnderTest.seenBeforeAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Where a canary watches it begins low and rises. */
class AdaptiveRateBeginningTest {
    @Test
    void watchedItBeginsAtASixteenthAndRisesAfterEveryFourLooksWithoutHarm() {
        AdaptiveRate rate = seenBeforeAt(40);
        rate.beginLow();
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 16);
        assertThat(rate.why()).isEqualTo("beginning slowly, while acknowledgements are watched");

        seconds(3, rate, 45);
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 16);
        seconds(1 + 12, rate, 45);
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 8);
        seconds(47, rate, 45);
        assertThat(rate.bytesPerSecond()).isLessThan(CEILING);
        seconds(1, rate, 45);

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING);
        assertThat(rate.why()).isEqualTo("as much as operators allow");
    }

    @Test
    void noRaiseIsByMoreThanAFifth() {
        AdaptiveRate rate = seenBeforeAt(40);
        rate.beginLow();

        for (int second = 0; second < 80; second++) {
            long before = rate.bytesPerSecond();
            seconds(1, rate, 45);
            assertThat(rate.bytesPerSecond()).isBetween(before, before * 6 / 5);
        }
    }

    @Test
    void harmWhileItRisesIsWhereItStopsToRiseQuickly() {
        AdaptiveRate rate = seenBeforeAt(40);
        rate.beginLow();
        seconds(32, rate, 45);

        seconds(2, rate, 200);
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 8);
        seconds(10 + 7, rate, 45);
        assertThat(rate.bytesPerSecond())
                .as("the quota has only just forgotten")
                .isEqualTo(CEILING / 8);
        seconds(1 + 8, rate, 45);
        assertThat(rate.bytesPerSecond()).isLessThan(CEILING / 4);
        seconds(59 + 60, rate, 45);
        assertThat(rate.bytesPerSecond()).isLessThan(CEILING / 4);
        seconds(1, rate, 45);

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 4);
    }

    @Test
    void whereTheCanaryWritesNothingItIsWhatOperatorsAllowAfterFiveLooks() {
        AdaptiveRate rate = new AdaptiveRate(CEILING, 1);
        rate.beginLow();

        for (int look = 0; look < 4; look++) {
            rate.saw(OptionalLong.empty(), 0);
        }
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 16);
        rate.saw(OptionalLong.empty(), 0);

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING);
        assertThat(rate.why()).isEqualTo("nobody tells how long acknowledgements take");
    }

    @Test
    void partitionsOnTheirWayAreFewerInProportionAndAtLeastOne() {
        AdaptiveRate rate = seenBeforeAt(40);
        rate.beginLow();
        assertThat(rate.window(6)).isEqualTo(1);
        assertThat(rate.window(32)).isEqualTo(2);

        seconds(48, rate, 40);
        assertThat(rate.window(6)).isEqualTo(3);
        seconds(16, rate, 40);

        assertThat(rate.window(6)).isEqualTo(6);
    }
}
