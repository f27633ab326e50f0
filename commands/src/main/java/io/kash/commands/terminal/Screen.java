package io.kash.commands.terminal;

import java.util.List;

/**
 * The one sink. Data goes to standard output, everything else to standard error; every piece of text is escaped here and
 * nowhere else.
 */
public interface Screen {
    /** One line of data. */
    void data(Line line);

    /** One row of data for programs: the cells, each escaped, with one tab between two. */
    void row(List<String> cells);

    /** One line for the person in front of it: previews, notes, warnings, results. */
    void note(Line line);

    /**
     * The line of a running operation. On a terminal it is rewritten in place; elsewhere it is printed as it is, no more
     * often than {@link #progressEveryMillis()}.
     */
    void progress(Line line);

    /** Ends the line of a running operation, so that what follows stands below it. */
    void endProgress();

    long progressEveryMillis();

    /** Columns available, at least 40. {@link Integer#MAX_VALUE} where output is not a terminal: nothing is cut. */
    int width();

    /** Whether data goes to a terminal: aligned and fitted, against plain and complete. */
    boolean terminal();

    default void data(List<Line> lines) {
        lines.forEach(this::data);
    }

    default void note(List<Line> lines) {
        lines.forEach(this::note);
    }
}
