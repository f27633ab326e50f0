package io.kash.surgery.throttle;

import static io.kash.surgery.throttle.RatesUnderTest.CEILING;
import static io.kash.surgery.throttle.RatesUnderTest.MEGABYTE;
import static io.kash.surgery.throttle.RatesUnderTest.downToTheLeast;
import static io.kash.surgery.throttle.RatesUnderTest.seconds;
import static io.kash.surgery.throttle.RatesUnderTest.seenBeforeAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is harm, what is done about it, and how it is got over. */
class AdaptiveRateTest {
    @Test
    void whileNothingSuffersItIsWhatOperatorsAllow() {
        AdaptiveRate rate = seenBeforeAt(40);

        seconds(60, rate, 45);

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING);
        assertThat(rate.changed()).isFalse();
    }

    @Test
    void aLateRecordNowAndThenDoesNotKeepItDown() {
        AdaptiveRate rate = seenBeforeAt(40);
        seconds(2, rate, 100);
        seconds(10, rate, 40);

        for (int time = 0; time < 4; time++) {
            seconds(1, rate, 100);
            seconds(2, rate, 40);
        }

        assertThat(rate.bytesPerSecond()).isGreaterThan(CEILING / 2);
    }

    @Test
    void aCanaryThatFallsSilentIsWaitedForAWhileAndThenReplicasInSyncAreAllThereIs() {
        AdaptiveRate rate = seenBeforeAt(40);
        seconds(1, rate, 400);
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 2);
        seconds(10, rate, 40);

        for (int look = 0; look < 4 + 7; look++) {
            rate.saw(OptionalLong.empty(), 0);
        }
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 2);
        rate.saw(OptionalLong.empty(), 0);

        assertThat(rate.bytesPerSecond()).isGreaterThan(CEILING / 2);
    }

    @Test
    void twoLooksOfThreeWithLateAcknowledgementsHalveItAndOneDoesNot() {
        AdaptiveRate rate = seenBeforeAt(40);

        seconds(1, rate, 95);
        seconds(2, rate, 40);
        seconds(1, rate, 95);
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING);
        seconds(1, rate, 40);
        seconds(1, rate, 95);

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 2);
        assertThat(rate.why()).isEqualTo("acknowledgements take 95 ms, 40 ms before");
    }

    @Test
    void oneLookIsEnoughWhereItIsGross() {
        AdaptiveRate rate = seenBeforeAt(40);

        seconds(1, rate, 241);

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 2);
    }

    @Test
    void whatWasBegunBeforeItWasLoweredIsWaitedFor() {
        AdaptiveRate rate = seenBeforeAt(40);

        seconds(1 + 3, rate, 400);
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 2);
        seconds(1, rate, 400);

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 4);
    }

    @Test
    void aFewMillisecondsAreNoHarmWhateverTheProportionNorIsLessThanSevenQuarters() {
        AdaptiveRate quick = seenBeforeAt(5);
        AdaptiveRate slow = seenBeforeAt(200);

        seconds(60, quick, 20);
        seconds(60, slow, 350);

        assertThat(quick.changed()).isFalse();
        assertThat(slow.changed()).isFalse();
    }

    @Test
    void aThirdOfWhatWasSeenIsQuickerThanWhatIsUsualAndLateRecordsDoNotCount() {
        AdaptiveRate rate = new AdaptiveRate(CEILING, 1);
        for (long millis : new long[] {900, 30, 40, 50, 800}) {
            rate.before(OptionalLong.of(millis), 0);
        }

        seconds(2, rate, 80);

        assertThat(rate.why()).isEqualTo("acknowledgements take 80 ms, 40 ms before");
    }

    @Test
    void withoutACanaryAndWithoutReplicasOutOfSyncItDoesNothingAtAll() {
        AdaptiveRate rate = new AdaptiveRate(CEILING, 1);
        rate.before(OptionalLong.empty(), 0);

        for (int second = 0; second < 3_600; second++) {
            rate.saw(OptionalLong.empty(), 0);
        }

        assertThat(rate.changed()).isFalse();
    }

    @Test
    void replicasThatFallOutOfSyncHalveItWhereNobodyWatchesAcknowledgements() {
        AdaptiveRate rate = new AdaptiveRate(CEILING, 1);
        rate.before(OptionalLong.empty(), 3);

        rate.saw(OptionalLong.empty(), 3);
        rate.saw(OptionalLong.empty(), 3);
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING);
        rate.saw(OptionalLong.empty(), 5);
        rate.saw(OptionalLong.empty(), 5);

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 2);
        assertThat(rate.why()).isEqualTo("2 replicas have fallen out of sync");
    }

    @Test
    void afterHarmItRisesSlowlyAndStaysLongBelowWhereItHurtAndLongerTheSecondTime() {
        AdaptiveRate rate = seenBeforeAt(40);
        seconds(2, rate, 100);

        seconds(10 + 2 * 8, rate, 40);
        long below = rate.bytesPerSecond();
        assertThat(below).isBetween(CEILING * 7 / 10, CEILING * 3 / 4);
        seconds(59, rate, 40);
        assertThat(rate.bytesPerSecond()).isEqualTo(below);
        seconds(1 + 59, rate, 40);
        assertThat(rate.bytesPerSecond()).isBetween(CEILING * 4 / 5, CEILING * 9 / 10);
        seconds(1, rate, 40);
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING);

        seconds(2, rate, 100);
        seconds(10 + 2 * 8 + 119, rate, 40);
        assertThat(rate.bytesPerSecond()).isEqualTo(below);
        seconds(1, rate, 40);
        assertThat(rate.bytesPerSecond()).isGreaterThan(below);
    }

    @Test
    void whatOperatorsSayMeanwhileCountsAtOnceAndIsTheirWordAlone() {
        AdaptiveRate rate = seenBeforeAt(40);
        seconds(4, rate, 200);
        assertThat(rate.changed()).isTrue();

        rate.allow(10 * MEGABYTE);
        assertThat(rate.bytesPerSecond()).isEqualTo(10 * MEGABYTE);
        assertThat(rate.changed()).isFalse();
        rate.allow(160 * MEGABYTE);
        assertThat(rate.bytesPerSecond()).isEqualTo(160 * MEGABYTE);
    }

    @Test
    void whatIsFeltAsMuchWhileNextToNothingIsCopiedHasAnotherCause() {
        AdaptiveRate rate = seenBeforeAt(40);
        seconds(30, rate, 200);
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 16);

        seconds(600, rate, 210);

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING);
    }

    @Test
    void whatIsFeltLessThenAndStillTooMuchKeepsItDown() {
        AdaptiveRate rate = seenBeforeAt(40);
        downToTheLeast(rate);

        seconds(3_600, rate, 300);

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 16);
    }

    @Test
    void whatAnEarlierRunLeftBehindIsRaised() {
        AdaptiveRate rate = new AdaptiveRate(CEILING, 1);

        rate.raise();

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING);
        assertThat(rate.changed()).isTrue();
        assertThat(rate.why()).isEqualTo("as much as operators allow");
    }

    @Test
    void whereNothingWasSeenBeforeTheFirstSinceIsTheMeasure() {
        AdaptiveRate rate = new AdaptiveRate(CEILING, 1);

        seconds(1, rate, 40);
        seconds(3, rate, 100);

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 2);
    }
}
