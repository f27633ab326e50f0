package io.kash.shell.script;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Time that passes: how much has, and waiting for some to. */
public interface Ticker {
    /** A clock that only goes forward, whatever is done to the wall clock. */
    long nanos();

    /** Waits so long, or until the thread is interrupted. */
    void pass(Duration time);

    /** Real time. */
    static Ticker real() {
        return new Ticker() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pass(Duration time) {
                long end = nanos() + time.toNanos();
                while (nanos() < end && !Thread.currentThread().isInterrupted()) {
                    LockSupport.parkNanos(this, end - nanos());
                }
            }
        };
    }
}
