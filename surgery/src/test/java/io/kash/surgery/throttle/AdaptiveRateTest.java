package io.kash.surgery.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdaptiveRateTest {
    private static final long MEGABYTE = 1_000_000;
    private static final long CEILING = 80 * MEGABYTE;

    private static AdaptiveRate seenBeforeAt(long millis) {
        AdaptiveRate rate = new AdaptiveRate(CEILING, 1);
        rate.before(OptionalLong.of(millis), 0);
        return rate;
    }

    private static void seconds(int seconds, AdaptiveRate rate, long millis) {
        for (int second = 0; second < seconds; second++) {
            rate.saw(OptionalLong.of(millis), 0);
        }
    }

    @Test
    void whileNothingSuffersItIsWhatOperatorsAllow() {
        AdaptiveRate rate = seenBeforeAt(40);

        seconds(60, rate, 45);

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING);
        assertThat(rate.changed()).isFalse();
    }

    @Test
    void watchedItBeginsAtASixteenthAndIsAtTheMostAfterSixteenLooksWithoutHarm() {
        AdaptiveRate rate = seenBeforeAt(40);
        rate.beginLow();
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 16);
        assertThat(rate.why()).isEqualTo("beginning slowly, while acknowledgements are watched");

        seconds(4, rate, 45);
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 8);
        seconds(11, rate, 45);
        assertThat(rate.bytesPerSecond()).isLessThan(CEILING);
        seconds(1, rate, 45);

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING);
        assertThat(rate.why()).isEqualTo("as much as operators allow");
    }

    @Test
    void noRaiseIsByMoreThanAFifth() {
        AdaptiveRate rate = seenBeforeAt(40);
        rate.beginLow();

        for (int second = 0; second < 20; second++) {
            long before = rate.bytesPerSecond();
            seconds(1, rate, 45);
            assertThat(rate.bytesPerSecond()).isBetween(before, before * 6 / 5);
        }
    }

    @Test
    void harmWhileItRisesIsWhereItStopsToRiseQuickly() {
        AdaptiveRate rate = seenBeforeAt(40);
        rate.beginLow();
        seconds(8, rate, 45);

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
    void partitionsOnTheirWayAreFewerInProportionAndAtLeastOne() {
        AdaptiveRate rate = seenBeforeAt(40);
        rate.beginLow();
        assertThat(rate.window(6)).isEqualTo(1);
        assertThat(rate.window(32)).isEqualTo(2);

        seconds(12, rate, 40);
        assertThat(rate.window(6)).isEqualTo(3);
        seconds(4, rate, 40);

        assertThat(rate.window(6)).isEqualTo(6);
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

        seconds(60, quick, 30);
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

    /** Clients suffer, and less, but still, at less. */
    private static void downToTheLeast(AdaptiveRate rate) {
        seconds(1, rate, 900);
        seconds(30, rate, 300);
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

    /** A link that clients and copies share: the busier it is, the longer a record waits (a queue with random arrivals). */
    private static final class Link {
        private static final double BYTES_PER_SECOND = 100 * MEGABYTE;
        private final Random dice = new Random(7);

        long acknowledgedWithinMillis(double clients, double copies) {
            double busy = Math.min(0.98, (clients + copies) / BYTES_PER_SECOND);
            return Math.round(60 / (1 - busy) * (0.95 + dice.nextDouble() / 10));
        }
    }

    private static long within(double share, List<Long> millis) {
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(sorted.size() * share) - 1);
    }

    /** Half an hour: clients write 20 MB/s, and 40 MB/s from the tenth minute to the fifteenth. */
    private static List<Long> halfAnHour(boolean adapts, List<Long> rates) {
        Link link = new Link();
        AdaptiveRate rate = new AdaptiveRate(CEILING, 1);
        for (int second = 0; second < 5; second++) {
            rate.before(OptionalLong.of(link.acknowledgedWithinMillis(20 * MEGABYTE, 0)), 0);
        }
        List<Long> waited = new ArrayList<>();
        if (adapts) {
            rate.beginLow();
        }
        for (int second = 0; second < 1_800; second++) {
            double clients = (second >= 600 && second < 900 ? 40 : 20) * MEGABYTE;
            long now = adapts ? rate.bytesPerSecond() : CEILING;
            long millis = link.acknowledgedWithinMillis(clients, (double) now);
            rate.saw(OptionalLong.of(millis), 0);
            waited.add(millis);
            rates.add(now);
        }
        return waited;
    }

    @Test
    void it_never_goes_below_the_least_that_is_worth_it() {
        AdaptiveRate rate = new AdaptiveRate(16_000_000, 5_000_000);

        rate.beginLow();

        assertThat(rate.bytesPerSecond()).isEqualTo(5_000_000);
        assertThat(rate.window(6)).isEqualTo(2);
    }

    @Test
    void who_allows_less_than_that_is_left_alone() {
        AdaptiveRate rate = new AdaptiveRate(1_000_000, 5_000_000);

        rate.beginLow();
        for (int look = 0; look < 30; look++) {
            rate.saw(OptionalLong.of(look < 10 ? 10 : 5_000), 3);
        }

        assertThat(rate.changed()).isFalse();
        assertThat(rate.bytesPerSecond()).isEqualTo(1_000_000);
        assertThat(rate.window(6)).isEqualTo(6);
    }

    @Test
    void clientsWaitAtMostTwiceAsLongAsBeforeAndWithoutItManyTimesAsLong() {
        Link link = new Link();
        List<Long> before = new ArrayList<>();
        for (int second = 0; second < 100; second++) {
            before.add(link.acknowledgedWithinMillis(20 * MEGABYTE, 0));
        }
        List<Long> rates = new ArrayList<>();

        List<Long> adapting = halfAnHour(true, rates);

        assertThat(within(0.99, adapting)).isLessThanOrEqualTo(2 * within(0.99, before));
        assertThat(within(0.99, halfAnHour(false, new ArrayList<>()))).isGreaterThan(10 * within(0.99, before));
        assertThat(rates.subList(60, 600).stream()
                        .mapToLong(Long::longValue)
                        .average()
                        .orElse(0))
                .as("and does not give away what is free")
                .isGreaterThan(20 * MEGABYTE);
    }
}
