package io.kash.surgery.operation;

import java.time.Duration;

/** Waits between two looks. Injected, so that tests and the simulator decide how time goes by. */
@FunctionalInterface
public interface Ticker {
    /** Waits about that long; returns early when interrupted, with the thread's interrupt flag set. */
    void pause(Duration duration);
}
