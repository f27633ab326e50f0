package io.kash.shell.script;

import io.kash.commands.session.Batch;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Flag;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.completions.signature.ValueType;
import io.kash.shell.engine.Engine;
import io.kash.shell.session.PrivateFiles;
import io.kash.shell.session.ShellSession;
import io.kash.surgery.environment.EnvironmentName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code run}. */
public final class Run extends Verb {
    private static final Argument<Path> FILE = new Argument<>(
            "file",
            new ValueType<>(Path.class, "file", Path::of),
            Arity.ONE,
            "The script, by custom ending in .ksh; - reads standard input");
    private static final Flag DRY_RUN = new Flag("dry-run", "Stop every change of the script after its preview");
    private static final Flag RESUME = new Flag("resume", "Go on from the line the script stopped at");
    private static final Option<EnvironmentName> CONFIRM = Option.optional(
            "confirm", ValueTypes.ENVIRONMENT, "Consent to every change of the script in this environment");
    private static final Option<Assignment> SET =
            Option.repeated("set", Assignment.TYPE, "Give ${name} in the script a value; repeat it for more");

    private final ShellSession session;
    private final ScriptRunner runner;
    private final Path folder;
    private final InputStream input;

    /** @param folder relative names of scripts count from it */
    public Run(ShellSession session, Engine engine, PrivateFiles files, Path folder, InputStream input) {
        super(described(), session);
        this.session = session;
        this.runner = new ScriptRunner(session, engine, files);
        this.folder = folder;
        this.input = input;
    }

    private static Signature described() {
        return Signature.of("run", "Session", "Run the commands of a script")
                .details(
                        """
                        A script holds one command a line, as it would be typed. # begins a comment, \\ at the end of a line \
                        joins it with the next, ${name} stands for the value given with --set name=value. All lines are \
                        checked before the first one runs.

                        The run stops at the first line that fails and exits with its code. --resume goes on from there, as \
                        long as the script is the same.""")
                .argument(FILE)
                .flag(DRY_RUN)
                .flag(RESUME)
                .option(CONFIRM)
                .option(SET)
                .example("run move-to-new.ksh --dry-run")
                .example("run move-to-new.ksh --confirm lab --set topics='pay*'");
    }

    @Override
    protected Outcome run(Words words) {
        Map<String, String> variables = new LinkedHashMap<>();
        words.all(SET).forEach(given -> variables.put(given.name(), given.value()));
        Script script = read(words.first(FILE).orElseThrow());
        Batch batch = new Batch(words.has(DRY_RUN), words.first(CONFIRM).map(EnvironmentName::value));
        return session.within(batch, () -> runner.run(script, variables, words.has(RESUME)));
    }

    private Script read(Path file) {
        return file.toString().equals("-") ? standardInput() : Script.read(folder.resolve(file));
    }

    private Script standardInput() {
        try {
            return new Script("standard input", new String(input.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
