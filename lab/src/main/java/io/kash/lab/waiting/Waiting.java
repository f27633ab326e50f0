package io.kash.lab.waiting;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting by looking again; always with a limit. */
public final class Waiting {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private Waiting() {}

    /**
     * Looks until the condition holds.
     *
     * @return whether it came to hold before the deadline and before the thread was interrupted; the interrupt stays set
     */
    public static boolean until(BooleanSupplier condition, Deadline deadline) {
        Duration pause = FIRST_PAUSE;
        while (!condition.getAsBoolean()) {
            if (deadline.isOver() || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(shorter(pause, deadline.left()).toNanos());
            pause = shorter(pause.plus(pause), LONGEST_PAUSE);
        }
        return true;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
