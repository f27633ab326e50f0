package io.kash.shell.editor;

import io.kash.commands.terminal.Line;
import io.kash.commands.verb.Outcome;
import io.kash.shell.engine.Engine;
import io.kash.shell.engine.Ran;
import io.kash.shell.screen.Ink;
import io.kash.shell.script.Recorder;
import io.kash.shell.session.CommandInterrupts;
import io.kash.shell.session.ShellSession;
import io.kash.surgery.environment.Environment;
import java.io.IOError;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/** Reads a line, runs it, and again, until Ctrl-D or {@code exit}. Ctrl-C drops the line that is being typed. */
public final class Repl {
    private final ShellSession session;
    private final Engine engine;
    private final CommandInterrupts interrupts;
    private final Recorder recorder;
    private final ConnectionState state;
    private final Ink ink;

    public Repl(
            ShellSession session,
            Engine engine,
            CommandInterrupts interrupts,
            Recorder recorder,
            ConnectionState state,
            Ink ink) {
        this.session = session;
        this.engine = engine;
        this.interrupts = interrupts;
        this.recorder = recorder;
        this.state = state;
        this.ink = ink;
    }

    /** Always {@link Outcome#DONE}: how single lines ended was said below each. */
    public Outcome run(Editor editor) {
        session.screen().note(Line.of("kash: help lists the commands, TAB completes, Ctrl-D leaves"));
        while (!session.leaving()) {
            try {
                line(read(editor));
            } catch (EndOfFileException | IOError e) {
                // Ctrl-D, or the terminal is gone.
                break;
            }
        }
        return Outcome.DONE;
    }

    /** A blank line for one that was dropped. */
    private String read(Editor editor) {
        try {
            return editor.read(prompt(), session.environment().map(Environment::name));
        } catch (UserInterruptException e) {
            return "";
        }
    }

    private void line(String line) {
        if (line.isBlank()) {
            return;
        }
        Ran ran = interrupts.during(() -> engine.run(line));
        Outcome recorded = engine.guarded(() -> {
            recorder.ran(line, ran);
            return Outcome.DONE;
        });
        if (recorded != Outcome.DONE) {
            session.screen().note(Line.of("the line itself has run"));
        }
    }

    private String prompt() {
        Optional<Environment> environment = session.environment();
        ConnectionState.Standing standing = environment.isPresent() ? state.now() : ConnectionState.Standing.NOTHING;
        return Prompt.text(Prompt.line(environment, standing, recorder.file().isPresent()), ink);
    }
}
