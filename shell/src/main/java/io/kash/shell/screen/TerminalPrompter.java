package io.kash.shell.screen;

import io.kash.commands.terminal.Escaping;
import io.kash.commands.terminal.Prompter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/**
 * Asks on the terminal with a line editor of its own: no history, no completion. Before the question everything that is
 * waiting in the input is thrown away, until the input has been quiet for a moment, so that a pasted block of commands
 * never answers it.
 */
public final class TerminalPrompter implements Prompter {
    private static final long QUIET_MILLIS = 60;
    /** A paste that goes on for longer is answered with no. */
    private static final int MOST_DRAINED = 1 << 20;

    private final Terminals terminals;

    public TerminalPrompter(Terminals terminals) {
        this.terminals = terminals;
    }

    /** Where the prompter gets its terminal. */
    public interface Terminals {
        /** Whether standard input and standard error are both a terminal. */
        boolean present();

        /** A terminal for one question. */
        Terminal open() throws IOException;

        /** The question was answered. */
        void done(Terminal terminal) throws IOException;
    }

    @Override
    public boolean interactive() {
        return terminals.present();
    }

    @Override
    public Optional<String> ask(String question) {
        if (!interactive()) {
            return Optional.empty();
        }
        try {
            Terminal terminal = terminals.open();
            try {
                return answered(terminal, question);
            } finally {
                terminals.done(terminal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> answered(Terminal terminal, String question) throws IOException {
        if (!drained(terminal)) {
            return Optional.empty();
        }
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.BRACKETED_PASTE, false)
                .variable(LineReader.DISABLE_HISTORY, true)
                .variable(LineReader.DISABLE_COMPLETION, true)
                .build();
        try {
            return Optional.of(reader.readLine(prompt(question)).strip());
        } catch (UserInterruptException | EndOfFileException e) {
            return Optional.empty();
        }
    }

    /** Percent signs begin patterns in JLine's prompts. */
    private static String prompt(String question) {
        return Escaping.escape(question.stripTrailing()).replace("%", "%%") + " ";
    }

    private static boolean drained(Terminal terminal) throws IOException {
        Attributes before = terminal.enterRawMode();
        try {
            for (int read = 0; read < MOST_DRAINED; read++) {
                if (terminal.reader().read(QUIET_MILLIS) == NonBlockingReader.READ_EXPIRED) {
                    return true;
                }
            }
            return false;
        } finally {
            terminal.setAttributes(before);
        }
    }
}
