package io.kash.commands.fake;

import io.kash.surgery.operation.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** A wall clock and a monotonic one that go forward together, by what is waited for and by nothing else. */
public final class TestTime extends Clock implements Ticker, LongSupplier {
    private static final Instant BEGIN = Instant.parse("2026-03-01T14:02:07Z");

    private Duration passed = Duration.ZERO;
    private Runnable meanwhile = () -> {};

    /** Happens at every wait. */
    public void meanwhile(Runnable what) {
        meanwhile = what;
    }

    @Override
    public void pause(Duration duration) {
        passed = passed.plus(duration);
        meanwhile.run();
    }

    @Override
    public Instant instant() {
        return BEGIN.plus(passed);
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
