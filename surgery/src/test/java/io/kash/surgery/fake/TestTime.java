package io.kash.surgery.fake;

import io.kash.surgery.operation.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** A wall clock and a monotonic one that go forward together, by what is waited for and by nothing else. */
public final class TestTime extends Clock implements Ticker, LongSupplier {
    /** Nothing that is tested takes longer: what still waits then would wait for ever. */
    private static final Duration FOR_EVER = Duration.ofHours(12);

    private final Instant begin;
    private Duration passed = Duration.ZERO;
    private Runnable meanwhile = () -> {};

    public TestTime() {
        this(Surgeon.CLOCK.instant());
    }

    public TestTime(Instant begin) {
        this.begin = begin;
    }

    /** Happens at every wait. */
    public void meanwhile(Runnable what) {
        meanwhile = what;
    }

    @Override
    public void pause(Duration duration) {
        passed = passed.plus(duration);
        if (passed.compareTo(FOR_EVER) > 0) {
            throw new AssertionError("it waits for ever");
        }
        meanwhile.run();
    }

    /** One wait, as long as what is waited for is not there yet. */
    @Override
    public void pause(Duration duration, BooleanSupplier enough) {
        if (!enough.getAsBoolean()) {
            pause(duration);
        }
    }

    @Override
    public Instant instant() {
        return begin.plus(passed);
    }

    @Override
    public long getAsLong() {
        return passed.toNanos();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
