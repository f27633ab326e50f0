package io.kash.commands.view;

import io.kash.commands.terminal.Role;
import io.kash.commands.terminal.Span;

/**
 * One value with its name.
 *
 * @param name its key in JSON and tsv
 * @param label what a screen calls it, or an empty string for a fact that only programs see
 * @param value what programs get; see {@link Column}
 */
public record Fact(String name, String label, Object value, Span shown) {
    public static Fact of(String name, String label, Object value) {
        return new Fact(name, label, value, new Span(Written.shown(value), Role.PLAIN));
    }

    /** A fact that programs see and screens do not. */
    public static Fact data(String name, Object value) {
        return of(name, "", value);
    }

    public Fact shown(String text) {
        return new Fact(name, label, value, new Span(text, shown.role()));
    }

    public Fact role(Role role) {
        return new Fact(name, label, value, new Span(shown.text(), role));
    }
}
