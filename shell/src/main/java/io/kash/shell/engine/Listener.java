package io.kash.shell.engine;

import io.kash.commands.verb.Outcome;

/** Hears of every command before it runs, and of how it ended. */
public interface Listener {
    /** Hears nothing. */
    Listener NOBODY = (name, text, changes) -> outcome -> {};

    /**
     * A command is about to run.
     *
     * @param name of the command: {@code topics move}
     * @param text as it was typed or stands in a script, which may hold a secret
     * @param changes whether it may change an engine
     */
    Command began(String name, String text, boolean changes);

    /** A command that runs. */
    @FunctionalInterface
    interface Command {
        void ended(Outcome outcome);
    }
}
