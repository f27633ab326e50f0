package io.kash.surgery.throttle;

import static io.kash.surgery.throttle.RatesUnderTest.CEILING;
import static io.kash.surgery.throttle.RatesUnderTest.downToTheLeast;
import static io.kash.surgery.throttle.RatesUnderTest.seconds;
import static io.kash.surgery.throttle.RatesUnderTest.seenBeforeAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** It makes a move slower and never endless. */
class AdaptiveRateFloorTest {
    @Test
    void whereNothingCameNearerItIsDoubledAndNeverAgainLessWhateverClientsFeel() {
        AdaptiveRate rate = seenBeforeAt(40);
        downToTheLeast(rate);

        rate.noNearer(rate.bytesPerSecond());
        seconds(60, rate, 300);
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 8);
        assertThat(rate.why()).isEqualTo("at less, copies came no nearer to their end");
        rate.noNearer(rate.bytesPerSecond());
        rate.noNearer(rate.bytesPerSecond());
        rate.noNearer(rate.bytesPerSecond());
        seconds(60, rate, 300);

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING);
    }

    @Test
    void atWhatOperatorsAllowItIsTheirsToRaiseItAndIsStillLoweredWhereItHurts() {
        AdaptiveRate rate = seenBeforeAt(40);
        rate.noNearer(CEILING);
        assertThat(rate.changed()).isFalse();

        downToTheLeast(rate);

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 16);
    }

    @Test
    void theFloorIsARateAndStandsUnderAnotherCeilingToo() {
        AdaptiveRate rate = seenBeforeAt(40);
        downToTheLeast(rate);
        rate.noNearer(rate.bytesPerSecond());

        rate.allow(2 * CEILING);
        downToTheLeast(rate);
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 8);
        rate.allow(CEILING / 10);
        downToTheLeast(rate);
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 10);
    }

    @Test
    void whateverIsSeenItIsNeverAboveTheCeilingAndAfterFourTimesWithoutHeadwayNeverBelowIt() {
        for (int seed = 0; seed < 500; seed++) {
            Random dice = new Random(seed);
            long ceiling = 1_000L + dice.nextInt(200_000_000);
            AdaptiveRate rate = new AdaptiveRate(ceiling, 1);
            int noHeadway = 0;
            for (int look = 0; look < 300; look++) {
                OptionalLong millis = dice.nextInt(5) == 0 ? OptionalLong.empty() : OptionalLong.of(dice.nextInt(500));
                rate.saw(millis, dice.nextInt(4));
                if (rate.bytesPerSecond() < ceiling && dice.nextInt(20) == 0) {
                    rate.noNearer(rate.bytesPerSecond());
                    noHeadway++;
                }
                assertThat(rate.bytesPerSecond())
                        .as("seed %d, look %d", seed, look)
                        .isBetween(ceiling / 16, ceiling);
            }
            assertThat(noHeadway).as("seed %d", seed).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void itNeverGoesBelowTheLeastThatIsWorthIt() {
        AdaptiveRate rate = new AdaptiveRate(16_000_000, 5_000_000);

        rate.beginLow();

        assertThat(rate.bytesPerSecond()).isEqualTo(5_000_000);
        assertThat(rate.window(6)).isEqualTo(2);
    }

    @Test
    void whoAllowsLessThanThatIsLeftAlone() {
        AdaptiveRate rate = new AdaptiveRate(1_000_000, 5_000_000);

        rate.beginLow();
        for (int look = 0; look < 30; look++) {
            rate.saw(OptionalLong.of(look < 10 ? 10 : 5_000), 3);
        }

        assertThat(rate.changed()).isFalse();
        assertThat(rate.bytesPerSecond()).isEqualTo(1_000_000);
        assertThat(rate.window(6)).isEqualTo(6);
    }
}
