package io.kash.shell.screen;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Screen;
import java.io.PrintStream;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * The process's two streams. Data goes to standard output, the rest to standard error. A progress line is rewritten in
 * place where standard error is a terminal; elsewhere it is printed at most every five seconds. Safe for several threads:
 * a note from a signal does not tear a line.
 */
public final class TerminalScreen implements Screen {
    private static final long PROGRESS_MILLIS_TERMINAL = 250;
    private static final long PROGRESS_MILLIS_ELSEWHERE = 5_000;
    private static final int LEAST_WIDTH = 40;
    private static final String BACK_AND_ERASE = "\r\u001b[K";

    private final Sink out;
    private final Sink err;
    private final IntSupplier columns;
    private final LongSupplier nanos;
    private boolean inProgress;
    private long lastProgress;
    private boolean progressSeen;

    /**
     * @param columns of the terminal, asked anew for every line, for windows change
     * @param nanos a clock that only goes forward
     */
    public TerminalScreen(Sink out, Sink err, IntSupplier columns, LongSupplier nanos) {
        this.out = out;
        this.err = err;
        this.columns = columns;
        this.nanos = nanos;
    }

    @Override
    public synchronized void data(Line line) {
        clearProgress();
        print(out.stream(), out.ink().text(line));
    }

    @Override
    public synchronized void row(List<String> cells) {
        clearProgress();
        print(out.stream(), Ink.row(cells));
    }

    @Override
    public synchronized void note(Line line) {
        clearProgress();
        print(err.stream(), err.ink().text(line));
    }

    @Override
    public synchronized void progress(Line line) {
        if (err.terminal()) {
            // The last column stays free: a full line would wrap on some terminals.
            err.stream().print(BACK_AND_ERASE + err.ink().text(line, terminalColumns() - 1));
            err.stream().flush();
            inProgress = true;
        } else if (due()) {
            print(err.stream(), err.ink().text(line));
        }
    }

    @Override
    public synchronized void endProgress() {
        if (inProgress) {
            err.stream().println();
            err.stream().flush();
        }
        inProgress = false;
        progressSeen = false;
    }

    @Override
    public long progressEveryMillis() {
        return err.terminal() ? PROGRESS_MILLIS_TERMINAL : PROGRESS_MILLIS_ELSEWHERE;
    }

    @Override
    public int width() {
        return out.terminal() ? terminalColumns() : Integer.MAX_VALUE;
    }

    @Override
    public boolean terminal() {
        return out.terminal();
    }

    /** Empties the terminal; nothing where data goes elsewhere. */
    public synchronized void clear() {
        if (out.terminal()) {
            out.stream().print("\u001b[H\u001b[2J");
            out.stream().flush();
        }
    }

    private int terminalColumns() {
        return Math.max(LEAST_WIDTH, columns.getAsInt());
    }

    private boolean due() {
        long now = nanos.getAsLong();
        boolean due = !progressSeen || now - lastProgress >= PROGRESS_MILLIS_ELSEWHERE * 1_000_000;
        if (due) {
            progressSeen = true;
            lastProgress = now;
        }
        return due;
    }

    /** What is printed in between takes the place of the progress line; the next one is drawn below it. */
    private void clearProgress() {
        if (inProgress) {
            err.stream().print(BACK_AND_ERASE);
            err.stream().flush();
            inProgress = false;
        }
    }

    private static void print(PrintStream stream, String text) {
        stream.print(text + "\n");
        stream.flush();
    }
}
