package io.kash.shell.script;

import io.kash.commands.terminal.Line;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Signature;
import io.kash.completions.signature.ValueType;
import io.kash.shell.session.ShellSession;
import io.kash.surgery.environment.Environment;
import java.nio.file.Path;

/** {@code record start}. */
public final class RecordStart extends Verb {
    private static final Argument<Path> FILE = new Argument<>(
            "file", new ValueType<>(Path.class, "file", Path::of), Arity.ONE, "A file that is not there yet");

    private final ShellSession session;
    private final Recorder recorder;
    private final Path folder;

    public RecordStart(ShellSession session, Recorder recorder, Path folder) {
        super(
                Signature.of("record start", "Session", "Write what is typed from now on into a script")
                        .details(
                                """
                                Commands are written as typed, once they have run. Lines that begin with a blank are left \
                                out, and so are lines that may hold a secret. What failed is written as a comment.""")
                        .argument(FILE)
                        .example("record start move.ksh"),
                session);
        this.session = session;
        this.recorder = recorder;
        this.folder = folder;
    }

    @Override
    protected Outcome run(Words words) {
        Path file = words.first(FILE).orElseThrow();
        recorder.start(folder.resolve(file), session.environment().map(Environment::name));
        session.screen().note(Line.of("Recording into " + file + " until record stop."));
        return Outcome.DONE;
    }
}
