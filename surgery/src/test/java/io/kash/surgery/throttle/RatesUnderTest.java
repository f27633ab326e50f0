package io.kash.surgery.throttle;

import java.util.OptionalLong;

/** Rates of one ceiling, and seconds in which clients wait so long. */
final class RatesUnderTest {
    static final long MEGABYTE = 1_000_000;
    static final long CEILING = 80 * MEGABYTE;

    static AdaptiveRate seenBeforeAt(long millis) {
        AdaptiveRate rate = new AdaptiveRate(CEILING, 1);
        rate.before(OptionalLong.of(millis), 0);
        return rate;
    }

    static void seconds(int seconds, AdaptiveRate rate, long millis) {
        for (int second = 0; second < seconds; second++) {
            rate.saw(OptionalLong.of(millis), 0);
        }
    }

    /** Clients suffer, and less, but still, at less. */
    static void downToTheLeast(AdaptiveRate rate) {
        seconds(1, rate, 900);
        seconds(30, rate, 300);
    }

    private RatesUnderTest() {}
}
