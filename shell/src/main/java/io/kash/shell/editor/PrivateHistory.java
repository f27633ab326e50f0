package io.kash.shell.editor;

import io.kash.shell.grammar.StrictParser;
import io.kash.shell.script.Secrets;
import io.kash.shell.session.PrivateFiles;
import io.kash.surgery.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;
import org.jspecify.annotations.Nullable;

/**
 * One history per environment, in a file nobody else may read. Lines that begin with a blank and lines that may hold a
 * secret are not even kept in memory. What is no command is kept there only, to be corrected: it may be a password that was
 * typed in the wrong place.
 */
final class PrivateHistory extends DefaultHistory {
    private static final String NO_ENVIRONMENT = "-";

    private final PrivateFiles files;
    private final StrictParser parser;
    private @Nullable Path current;

    PrivateHistory(PrivateFiles files, StrictParser parser) {
        this.files = files;
        this.parser = parser;
    }

    /** Switches to the lines typed in this environment. A history that cannot be kept is gone without, not fatal. */
    void use(LineReader reader, Optional<String> environment) {
        Path path = files.at("history", environment.orElse(NO_ENVIRONMENT));
        if (path.equals(current)) {
            return;
        }
        current = path;
        try {
            reader.setVariable(LineReader.HISTORY_FILE, files.existing(path));
            load();
        } catch (IOException | UncheckedIOException e) {
            reader.getVariables().remove(LineReader.HISTORY_FILE);
        }
    }

    @Override
    public void add(Instant time, String line) {
        if (!line.startsWith(" ") && !Secrets.suspected(line)) {
            super.add(time, line);
        }
    }

    @Override
    public boolean isPersistable(Entry entry) {
        try {
            var unused = parser.parse(entry.line());
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }
}
