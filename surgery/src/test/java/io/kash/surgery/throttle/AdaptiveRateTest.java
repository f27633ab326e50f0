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

    private static Burden acknowledged(long millis) {
        return new Burden(OptionalLong.of(millis), 0);
    }

    private static AdaptiveRate seenBeforeAt(long millis) {
        AdaptiveRate rate = new AdaptiveRate(CEILING);
        rate.before(acknowledged(millis));
        return rate;
    }

    private static void seconds(int seconds, AdaptiveRate rate, Burden burden) {
        for (int second = 0; second < seconds; second++) {
            rate.saw(burden, 0);
        }
    }

    @Test
    void whileNothingSuffersItIsWhatOperatorsAllow() {
        AdaptiveRate rate = seenBeforeAt(40);

        seconds(60, rate, acknowledged(45));

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING);
        assertThat(rate.changed()).isFalse();
    }

    @Test
    void twoLooksWithLateAcknowledgementsHalveItAndOneDoesNot() {
        AdaptiveRate rate = seenBeforeAt(40);

        rate.saw(acknowledged(90), 0);
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING);
        rate.saw(acknowledged(90), 0);

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 2);
        assertThat(rate.why()).isEqualTo("acknowledgements take 90 ms, 40 ms before");
    }

    @Test
    void replicasThatFallOutOfSyncHalveItWhereNobodyWatchesAcknowledgements() {
        AdaptiveRate rate = new AdaptiveRate(CEILING);
        rate.before(new Burden(OptionalLong.empty(), 3));

        seconds(10, rate, new Burden(OptionalLong.empty(), 3));
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING);
        seconds(2, rate, new Burden(OptionalLong.empty(), 5));

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 2);
        assertThat(rate.why()).isEqualTo("2 replicas have fallen out of sync");
    }

    @Test
    void afterHarmItRisesBySixteenthsAndStaysLongBelowWhereItHurt() {
        AdaptiveRate rate = seenBeforeAt(40);
        seconds(2, rate, acknowledged(200));

        seconds(3, rate, acknowledged(40));
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING * 9 / 16);
        seconds(18, rate, acknowledged(40));
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING * 15 / 16);
        seconds(29, rate, acknowledged(40));
        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING * 15 / 16);
        seconds(1, rate, acknowledged(40));

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING);
        assertThat(rate.why()).isEqualTo("as much as operators allow");
    }

    @Test
    void whatOperatorsSayMeanwhileCountsAtOnce() {
        AdaptiveRate rate = seenBeforeAt(40);
        seconds(4, rate, acknowledged(200));

        rate.allow(10 * MEGABYTE);
        assertThat(rate.bytesPerSecond()).isEqualTo(10 * MEGABYTE);
        rate.allow(160 * MEGABYTE);
        assertThat(rate.bytesPerSecond()).isEqualTo(160 * MEGABYTE);
    }

    @Test
    void anotherRunGoesOnWhereTheLastOneWas() {
        AdaptiveRate rate = new AdaptiveRate(CEILING);

        rate.goOnAt(CEILING / 4);

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 4);
        assertThat(rate.changed()).isTrue();
    }

    @Test
    void whereNothingWasSeenBeforeTheBestSinceIsTheMeasure() {
        AdaptiveRate rate = new AdaptiveRate(CEILING);

        rate.saw(acknowledged(40), 0);
        seconds(2, rate, acknowledged(100));

        assertThat(rate.bytesPerSecond()).isEqualTo(CEILING / 2);
    }

    @Test
    void whateverIsSeenItIsNeverBelowTheFloorNorAboveTheCeiling() {
        for (int seed = 0; seed < 500; seed++) {
            Random dice = new Random(seed);
            long ceiling = 1L + dice.nextInt(200_000_000);
            AdaptiveRate rate = new AdaptiveRate(ceiling);
            for (int look = 0; look < 300; look++) {
                if (dice.nextInt(50) == 0) {
                    ceiling = 1L + dice.nextInt(200_000_000);
                    rate.allow(ceiling);
                }
                long floor = dice.nextInt(3) == 0 ? 0 : dice.nextInt(200_000_000);
                OptionalLong millis = dice.nextInt(5) == 0 ? OptionalLong.empty() : OptionalLong.of(dice.nextInt(500));
                rate.saw(new Burden(millis, dice.nextInt(4)), floor);
                assertThat(rate.bytesPerSecond())
                        .as("seed %d, look %d", seed, look)
                        .isBetween(Math.max(1, Math.min(floor, ceiling)), ceiling);
            }
        }
    }

    /** A link that clients and copies share: the busier it is, the longer a record waits (a queue with random arrivals). */
    private static final class Link {
        private static final double BYTES_PER_SECOND = 100 * MEGABYTE;
        private final Random dice = new Random(7);

        long acknowledgedWithinMillis(double clients, double copies) {
            double busy = Math.min(0.98, (clients + copies) / BYTES_PER_SECOND);
            return Math.round(30 / (1 - busy) * (0.95 + dice.nextDouble() / 10));
        }
    }

    private static long p99(List<Long> millis) {
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
    }

    /** Ten minutes: clients write 20 MB/s, and 40 MB/s from the fifth minute to the seventh. */
    private static List<Long> tenMinutes(boolean adapts, List<Long> rates) {
        Link link = new Link();
        AdaptiveRate rate = new AdaptiveRate(CEILING);
        for (int second = 0; second < 5; second++) {
            rate.before(acknowledged(link.acknowledgedWithinMillis(20 * MEGABYTE, 0)));
        }
        List<Long> waited = new ArrayList<>();
        for (int second = 0; second < 600; second++) {
            double clients = (second >= 300 && second < 420 ? 40 : 20) * MEGABYTE;
            long now = adapts ? rate.bytesPerSecond() : CEILING;
            long millis = link.acknowledgedWithinMillis(clients, (double) now);
            rate.saw(acknowledged(millis), 5 * MEGABYTE);
            waited.add(millis);
            rates.add(now);
        }
        return waited;
    }

    @Test
    void clientsWaitAtMostTwiceAsLongAsBeforeAndWithoutItManyTimesAsLong() {
        Link link = new Link();
        List<Long> before = new ArrayList<>();
        for (int second = 0; second < 100; second++) {
            before.add(link.acknowledgedWithinMillis(20 * MEGABYTE, 0));
        }
        List<Long> rates = new ArrayList<>();

        List<Long> adapting = tenMinutes(true, rates);

        assertThat(p99(adapting)).isLessThanOrEqualTo(2 * p99(before));
        assertThat(p99(tenMinutes(false, new ArrayList<>()))).isGreaterThan(10 * p99(before));
        assertThat(rates.subList(60, 300))
                .as("it has found its way, and keeps within an eighth of the ceiling")
                .allMatch(rate -> Math.abs(rate - rates.get(299)) <= CEILING / 8);
        assertThat(rates.subList(60, 300).stream()
                        .mapToLong(Long::longValue)
                        .average()
                        .orElse(0))
                .as("and does not give away what is free")
                .isGreaterThan(20 * MEGABYTE);
    }
}
