package io.kash.shell.screen;

import java.io.PrintStream;

/**
 * One of the two streams.
 *
 * @param terminal whether a person looks at it
 * @param colour whether it shows colours; never where it is no terminal
 */
public record Sink(PrintStream stream, boolean terminal, boolean colour) {
    public Sink {
        colour = colour && terminal;
    }

    Ink ink() {
        return new Ink(colour);
    }
}
