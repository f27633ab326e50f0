package io.kash.commands.view;

import io.kash.commands.terminal.Line;
import java.util.List;
import java.util.Optional;

/**
 * A part of an answer that is a list.
 *
 * @param title the line above it on a screen; {@link Line#EMPTY} for none
 * @param most rows a terminal shows before the rest is folded
 * @param none what a screen says when there are no rows; empty to say nothing but the title
 * @param told how people read a row whose texts are too long for the columns of a table; empty for a table
 */
public record Rows<T>(
        String name, Line title, Table<T> table, List<T> rows, int most, String none, Optional<Told<T>> told)
        implements Section {
    /** What fits a screen without scrolling away what was above it. */
    private static final int USUAL = 40;

    public Rows {
        rows = List.copyOf(rows);
    }

    public static <T> Rows<T> of(String name, Table<T> table, List<T> rows, String none) {
        return new Rows<>(name, Line.EMPTY, table, rows, USUAL, none, Optional.empty());
    }

    public Rows<T> titled(Line line) {
        return new Rows<>(name, line, table, rows, most, none, told);
    }

    public Rows<T> atMost(int number) {
        return new Rows<>(name, title, table, rows, number, none, told);
    }

    /** On a screen each row is told in lines of its own, all of them; nothing is cut or folded. */
    public Rows<T> toldBy(Told<T> lines) {
        return new Rows<>(name, title, table, rows, most, none, Optional.of(lines));
    }
}
