package io.kash.shell.engine;

import io.kash.commands.session.Interrupts;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.ProblemView;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.shell.grammar.Quoting;
import io.kash.shell.grammar.StrictParser;
import io.kash.shell.grammar.Tokenizer;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandExecutionException;
import org.springframework.shell.core.command.CommandExecutor;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.ExitStatus;
import org.springframework.shell.core.command.ParsedInput;

/**
 * Runs command lines. Never throws for what a command does: a problem is shown and becomes its outcome, anything
 * unexpected becomes one line and a file with the stack trace.
 */
public final class Engine {
    private final CommandRegistry registry;
    private final StrictParser parser;
    private final CommandExecutor executor;
    private final Session session;
    private final CrashFiles crashes;
    private final Listener listener;

    public Engine(
            CommandRegistry registry, StrictParser parser, Session session, CrashFiles crashes, Listener listener) {
        this.registry = registry;
        this.parser = parser;
        this.executor = new CommandExecutor(registry);
        this.session = session;
        this.crashes = crashes;
        this.listener = listener;
    }

    /** Runs a line as a person typed it. */
    public Ran run(String line) {
        return parsed(() -> parser.parse(Tokenizer.typed().words(line)), line);
    }

    /** Runs words that are cut already. */
    public Ran run(List<String> words) {
        return run(words, Quoting.line(words));
    }

    /** Runs words that were cut from a text, in which variables may have been replaced by their values. */
    public Ran run(List<String> words, String text) {
        return parsed(() -> parser.parse(words), text);
    }

    /** Runs what was parsed already, as a part of another command. */
    public Outcome run(ParsedInput input) {
        return executed(input);
    }

    public StrictParser parser() {
        return parser;
    }

    /** Does something that is no command, with the same care. */
    public Outcome guarded(Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            return failed(e);
        }
    }

    /** Shows a problem and says what it ends a command with. */
    public Outcome show(Problem problem) {
        session.screen().endProgress();
        session.screen().note(ProblemView.lines(problem));
        return Outcome.of(problem.kind());
    }

    private Ran parsed(Supplier<ParsedInput> parse, String text) {
        ParsedInput input;
        try {
            input = parse.get();
        } catch (ProblemException e) {
            return new Ran(false, show(e.problem()));
        }
        // What is no command is not told: it may be a password that was typed in the wrong place.
        Verb verb = parser.verbOf(input);
        Listener.Command command = listener.began(verb.signature().name(), text, verb.changes());
        Outcome outcome = executed(input);
        command.ended(outcome);
        return new Ran(true, outcome);
    }

    private Outcome executed(ParsedInput input) {
        try {
            return Outcome.of(execute(input));
        } catch (CommandExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException | Error e) {
            return failed(e);
        }
    }

    private ExitStatus execute(ParsedInput input) throws CommandExecutionException {
        return executor.execute(
                new CommandContext(input, registry, new PrintWriter(PrintWriter.nullWriter()), new InputReader() {}));
    }

    private Outcome failed(Throwable thrown) {
        if (thrown instanceof ProblemException problem) {
            return show(problem.problem());
        }
        if (thrown instanceof StackOverflowError || !(thrown instanceof Error)) {
            return interrupted(session.interrupts()) ? leftAtOnce() : unexpected(thrown);
        }
        return unexpected(thrown);
    }

    /** The second Ctrl-C interrupts the thread, and whatever that throws is no defect. */
    private static boolean interrupted(Interrupts interrupts) {
        return interrupts.count() > 1;
    }

    private Outcome leftAtOnce() {
        session.screen().endProgress();
        session.screen().note(Line.of("interrupted"));
        return Outcome.INTERRUPTED;
    }

    private Outcome unexpected(Throwable thrown) {
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return show(Problem.failed(
                "the command failed in a way it should not",
                crashes.write(thrown),
                thrown.getClass().getSimpleName() + message,
                ""));
    }
}
