package io.kash.surgery.plan;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Limits that operators have changed while an operation runs. What is empty stays as planned.
 *
 * @param bytesPerSecond the most each broker sends and receives for what moves
 * @param window the most that is in flight at once, at least 1
 */
public record Adjustment(OptionalLong bytesPerSecond, OptionalInt window) {
    /** Everything as planned. */
    public static final Adjustment NONE = new Adjustment(OptionalLong.empty(), OptionalInt.empty());

    public Adjustment {
        if (bytesPerSecond.orElse(1) < 1 || window.orElse(1) < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }

    public Adjustment withRate(long newBytesPerSecond) {
        return new Adjustment(OptionalLong.of(newBytesPerSecond), window);
    }

    public Adjustment withWindow(int newWindow) {
        return new Adjustment(bytesPerSecond, OptionalInt.of(newWindow));
    }
}
