package io.kash.surgery.plan;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Limits that operators have changed while an operation runs. What is empty stays as planned.
 *
 * @param bytesPerSecond the most each broker sends and receives for what moves
 * @param window the most that is in flight at once, at least 1
 * @param because why the rate is what it is where nobody asked for it: it follows what the cluster bears
 */
public record Adjustment(OptionalLong bytesPerSecond, OptionalInt window, Optional<String> because) {
    /** Everything as planned. */
    public static final Adjustment NONE = new Adjustment(OptionalLong.empty(), OptionalInt.empty());

    public Adjustment {
        because = Objects.requireNonNullElse(because, Optional.empty());
        if (bytesPerSecond.orElse(1) < 1 || window.orElse(1) < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }

    /** What operators have asked for. */
    public Adjustment(OptionalLong bytesPerSecond, OptionalInt window) {
        this(bytesPerSecond, window, Optional.empty());
    }

    public Adjustment withRate(long newBytesPerSecond) {
        return new Adjustment(OptionalLong.of(newBytesPerSecond), window);
    }

    /** What nobody asked for, in their place. */
    public Adjustment eased(long newBytesPerSecond, OptionalInt newWindow, String why) {
        return new Adjustment(OptionalLong.of(newBytesPerSecond), newWindow, Optional.of(why));
    }

    public Adjustment withWindow(int newWindow) {
        return new Adjustment(bytesPerSecond, OptionalInt.of(newWindow), because);
    }
}
