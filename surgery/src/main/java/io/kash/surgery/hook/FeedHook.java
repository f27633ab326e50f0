package io.kash.surgery.hook;

import io.kash.surgery.plan.Kind;
import java.time.Duration;
import java.util.List;

/**
 * Runs a program and gives it a text to read on its standard input, which goes through ssh as it is and needs no quoting.
 *
 * @param input the text; shown and journaled like the command, so there is no secret in it
 */
public record FeedHook(String what, List<String> command, String input, Duration limit, Duration patience)
        implements Hook {
    public static final Kind KIND = Kind.of("hook.feed/1");

    public FeedHook {
        command = Hook.program(command);
    }

    @Override
    public Kind kind() {
        return KIND;
    }
}
