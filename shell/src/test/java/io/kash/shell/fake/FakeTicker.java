package io.kash.shell.fake;

import io.kash.shell.script.Ticker;
import java.time.Duration;

/** Time that passes only when somebody waits. */
public final class FakeTicker implements Ticker {
    private long nanos;

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void pass(Duration time) {
        nanos += time.toNanos();
    }
}
