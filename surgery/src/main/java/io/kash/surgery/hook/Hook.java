package io.kash.surgery.hook;

import io.kash.surgery.plan.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A program of the operator's that is run. Its end says little: only looking says whether what it is for has happened. */
public sealed interface Hook extends Effect permits RunHook, FeedHook {
    /** What it is for, in a few words: {@code restart broker 2}. */
    String what();

    /**
     * The program and its arguments, exactly as they are run; no shell reads them. They are shown and journaled, so there
     * is no secret among them.
     */
    List<String> command();

    /** What it reads on its standard input; empty when it reads nothing. */
    default String input() {
        return "";
    }

    /** How long it may run before it is ended. */
    Duration limit();

    /** How long after its beginning what it is for may take to be seen. */
    Duration patience();

    @Override
    default String title() {
        return what() + ": " + String.join(" ", command());
    }

    /** A restart that was sent is waited for, and never sent a second time because it takes long. */
    @Override
    default Optional<Duration> once() {
        return Optional.of(patience());
    }

    /** @throws IllegalArgumentException if there is no program to run */
    static List<String> program(List<String> command) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a hook is a program");
        }
        return List.copyOf(command);
    }
}
