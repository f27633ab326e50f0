package io.kash.shell.editor;

import io.kash.completions.values.Values;
import io.kash.shell.grammar.Lexicon;
import io.kash.shell.grammar.StrictParser;
import io.kash.shell.session.PrivateFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;

/** The line editor, put together. */
public final class Editor {
    private final LineReader reader;
    private final PrivateHistory history;

    private Editor(LineReader reader, PrivateHistory history) {
        this.reader = reader;
        this.history = history;
    }

    /** @param folder whose files TAB offers where a file is meant */
    public static Editor on(Terminal terminal, Lexicon lexicon, Values values, Path folder, PrivateFiles files) {
        PrivateHistory history = new PrivateHistory(files, new StrictParser(lexicon));
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("kash")
                .parser(new LineParser())
                .completer(new OfferCompleter(new Offers(lexicon, values, new FileNames(folder))))
                .highlighter(new WordColours(lexicon, new Missing(lexicon)))
                .history(history)
                // An exclamation mark is a character, as in every other program but shells.
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_IGNORE_DUPS, true)
                .option(LineReader.Option.AUTO_GROUP, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.INSERT_TAB, false)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "… ")
                .variable(LineReader.LIST_MAX, 200)
                .variable(LineReader.BELL_STYLE, "none")
                .build();
        reader.setAutosuggestion(LineReader.SuggestionType.TAIL_TIP);
        return new Editor(reader, history);
    }

    /**
     * Reads a line with the history of an environment.
     *
     * @throws org.jline.reader.UserInterruptException for Ctrl-C
     * @throws org.jline.reader.EndOfFileException for Ctrl-D on an empty line, or when the terminal is gone
     */
    String read(String prompt, Optional<String> environment) {
        history.use(reader, environment);
        return reader.readLine(prompt);
    }
}
