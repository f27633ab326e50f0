package io.kash.surgery.operation;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits between two looks. Injected, so that tests and the simulator decide how time goes by. */
@FunctionalInterface
public interface Ticker {
    /** How long at most it takes to see that it is enough. */
    Duration LISTENING = Duration.ofMillis(100);

    /** Waits about that long; returns early when interrupted, with the thread's interrupt flag set. */
    void pause(Duration duration);

    /** Waits about that long, but not on once it is enough. */
    default void pause(Duration duration, BooleanSupplier enough) {
        Duration left = duration;
        while (left.compareTo(Duration.ZERO) > 0 && !enough.getAsBoolean()) {
            Duration piece = left.compareTo(LISTENING) < 0 ? left : LISTENING;
            pause(piece);
            left = left.minus(piece);
        }
    }
}
