package io.kash.surgery.hook;

import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs a program of the operator's and gives it a text to read on its standard input, which goes through ssh as it is and
 * needs no quoting. Its end says little: only looking says whether what it is for has happened.
 *
 * @param what it is for, in a few words: {@code restart server 2}
 * @param command the program and its arguments, exactly as they are run; no shell reads them
 * @param input the text; shown and journaled like the command, so there is no secret in it
 * @param limit how long it may run before it is ended
 * @param patience how long after its beginning what it is for may take to be seen
 */
public record FeedHook(String what, List<String> command, String input, Duration limit, Duration patience)
        implements Effect {
    public static final Kind KIND = Kind.of("hook.feed/1");

    public FeedHook {
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
