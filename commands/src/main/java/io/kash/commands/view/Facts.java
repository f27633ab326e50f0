package io.kash.commands.view;

import io.kash.commands.terminal.Line;
import java.util.List;

/**
 * A part of an answer that is one thing with its properties.
 *
 * @param title the line above it on a screen; {@link Line#EMPTY} for none
 */
public record Facts(String name, Line title, List<Fact> facts) implements Section {
    public Facts {
        facts = List.copyOf(facts);
    }

    public static Facts of(String name, Line title, Fact... facts) {
        return new Facts(name, title, List.of(facts));
    }
}
