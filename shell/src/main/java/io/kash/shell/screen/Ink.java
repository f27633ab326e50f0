package io.kash.shell.screen;

import io.kash.commands.terminal.Escaping;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.terminal.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Turns a line into what a stream gets: every text escaped, roles as colours where the stream shows them. */
public final class Ink {
    private static final String RESET = "\u001b[0m";

    private final boolean colour;

    public Ink(boolean colour) {
        this.colour = colour;
    }

    public String text(Line line) {
        StringBuilder text = new StringBuilder();
        for (Span span : line.spans()) {
            append(text, Escaping.escape(span.text()), span.role());
        }
        return text.toString();
    }

    /** The line cut to so many columns, its end marked. */
    public String text(Line line, int columns) {
        StringBuilder text = new StringBuilder();
        int left = columns;
        for (Span span : line.spans()) {
            String safe = Escaping.escape(span.text());
            String fits = Columns.cut(safe, left);
            append(text, fits, span.role());
            left -= Columns.of(fits);
            if (fits.length() < safe.length()) {
                break;
            }
        }
        return text.toString();
    }

    /** Cells for programs: never coloured, a tab between two. */
    static String row(List<String> cells) {
        return cells.stream().map(Escaping::escape).collect(Collectors.joining("\t"));
    }

    private void append(StringBuilder text, String safe, Role role) {
        if (!colour || role == Role.PLAIN) {
            text.append(safe);
        } else {
            text.append(code(role)).append(safe).append(RESET);
        }
    }

    private static String code(Role role) {
        return switch (role) {
            case PLAIN -> "";
            case STRONG -> "\u001b[1m";
            case FAINT -> "\u001b[2m";
            case GOOD, ADDED -> "\u001b[32m";
            case WARNING, CHANGED -> "\u001b[33m";
            case BAD, REMOVED -> "\u001b[31m";
        };
    }
}
