package io.kash.shell.script;

import io.kash.commands.verb.Outcome;
import io.kash.shell.engine.Ran;
import io.kash.shell.grammar.Quoting;
import io.kash.shell.grammar.Tokenizer;
import io.kash.surgery.files.OwnerOnly;
import io.kash.surgery.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines a person types into a script that runs again. Each line is on disk as soon as it has run. What did
 * not succeed is kept as a comment, for a script would stop there.
 */
public final class Recorder {
    private final Clock clock;
    private @Nullable Path file;

    public Recorder(Clock clock) {
        this.clock = clock;
    }

    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** @throws io.kash.surgery.problem.ProblemException when one runs already or the file cannot be made */
    void start(Path wanted, Optional<String> environment) {
        if (file != null) {
            throw Problem.usage("a recording is going on", file.toString(), "", "record stop")
                    .asException();
        }
        Path path = wanted.toAbsolutePath();
        try {
            OwnerOnly.writeNew(path, header(environment));
            file = path;
        } catch (FileAlreadyExistsException e) {
            throw Problem.usage("the file exists already", path.toString(), "a recording replaces nothing", "")
                    .asException(e);
        } catch (IOException e) {
            throw Problem.usage("the file cannot be written", path.toString(), String.valueOf(e), "")
                    .asException(e);
        }
    }

    /** Ends the recording and says where it is; empty when there is none. */
    Optional<Path> stop() {
        Optional<Path> ended = file();
        file = null;
        return ended;
    }

    /**
     * A line has run.
     *
     * @param line as typed
     */
    public void ran(String line, Ran ran) {
        if (file == null || !ran.understood() || line.startsWith(" ") || session(line)) {
            return;
        }
        try {
            Files.writeString(
                    file,
                    Secrets.suspected(line) ? leftOut() : written(line, ran.outcome()),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            Path lost = file;
            file = null;
            throw Problem.failed(
                            "the recording has ended: it cannot be written", lost.toString(), String.valueOf(e), "")
                    .asException(e);
        }
    }

    private String header(Optional<String> environment) {
        return "# Recorded " + clock.instant().truncatedTo(ChronoUnit.SECONDS) + " in "
                + environment.map(name -> "environment " + name).orElse("no environment") + "\n";
    }

    private static String written(String line, Outcome outcome) {
        String text = inScript(line);
        boolean fine = outcome == Outcome.DONE || outcome == Outcome.CHANGES_PENDING;
        return fine ? text + "\n" : "# " + ScriptRunner.said(outcome) + ": " + text.replace("\n", "\n# ") + "\n";
    }

    /** As typed, unless a script would read it differently: there {@code #} and <code>${</code> mean something. */
    private static String inScript(String line) {
        String typed = line.strip().replace("${", "$${");
        List<String> words = Tokenizer.typed().words(line);
        boolean same = Tokenizer.script(UnaryOperator.identity()).words(typed).equals(words);
        return same ? typed : Quoting.line(words).replace("${", "$${");
    }

    private static String leftOut() {
        return "# a line is left out here: it may hold a secret\n";
    }

    /** What steers the shell, not the clusters. */
    private static boolean session(String line) {
        String first = line.strip().split("\\s", 2)[0];
        return switch (first) {
            case "record", "exit", "quit", "help", "clear", "version" -> true;
            default -> false;
        };
    }
}
