package io.kash.shell.script;

import io.kash.commands.terminal.Line;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Signature;
import io.kash.shell.session.ShellSession;
import io.kash.surgery.problem.Problem;
import java.nio.file.Path;

/** {@code record stop}. */
public final class RecordStop extends Verb {
    private final ShellSession session;
    private final Recorder recorder;

    public RecordStop(ShellSession session, Recorder recorder) {
        super(Signature.of("record stop", "Session", "End the recording"), session);
        this.session = session;
        this.recorder = recorder;
    }

    @Override
    protected Outcome run(Words words) {
        Path file = recorder.stop()
                .orElseThrow(() -> Problem.usage("there is no recording", "", "", "record start <file>")
                        .asException());
        session.screen().note(Line.of("Recorded " + file + "; run " + file + " does it again."));
        return Outcome.DONE;
    }
}
