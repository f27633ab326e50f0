package io.kash.lab.waiting;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A moment of the monotonic clock by which something has to have happened. */
public final class Deadline {
    private final LongSupplier nanoTime;
    private final long end;

    private Deadline(LongSupplier nanoTime, Duration limit) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + limit.toNanos();
    }

    public static Deadline in(Duration limit) {
        return new Deadline(System::nanoTime, limit);
    }

    /** With a clock of the caller's, in nanoseconds. */
    public static Deadline in(Duration limit, LongSupplier nanoTime) {
        return new Deadline(nanoTime, limit);
    }

    public boolean isOver() {
        return left().isZero();
    }

    /** What is left, never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }
}
