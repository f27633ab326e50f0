package io.kash.surgery.hook;

import io.kash.surgery.plan.Kind;
import java.time.Duration;
import java.util.List;

/** Runs a program that reads nothing. */
public record RunHook(String what, List<String> command, Duration limit, Duration patience) implements Hook {
    public static final Kind KIND = Kind.of("hook.run/1");

    public RunHook {
        command = Hook.program(command);
    }

    @Override
    public Kind kind() {
        return KIND;
    }
}
