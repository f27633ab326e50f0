package io.kash.surgery.throttle;

import static io.kash.surgery.throttle.RatesUnderTest.CEILING;
import static io.kash.surgery.throttle.RatesUnderTest.MEGABYTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What clients feel in a model of one link that they share with the copies. */
class SharedLinkTest {
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
