package io.kash.surgery.hook;

import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs a program of the operator's. Its end says little: only looking says whether what it is for has happened.
 *
 * @param what it is for, in a few words: {@code restart broker 2}
 * @param command the program and its arguments, exactly as they are run; no shell reads them. They are shown and journaled,
 *     so there is no secret among them
 * @param limit how long it may run before it is ended
 * @param patience how long after its beginning what it is for may take to be seen
 */
public record RunHook(String what, List<String> command, Duration limit, Duration patience) implements Effect {
    public static final Kind KIND = Kind.of("hook.run/1");

    public RunHook {
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a hook is a program");
        }
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return what + ": " + String.join(" ", command);
    }

    /** A restart that was sent is waited for, and never sent a second time because it takes long. */
    @Override
    public Optional<Duration> once() {
        return Optional.of(patience);
    }
}
