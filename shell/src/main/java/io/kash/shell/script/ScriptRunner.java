package io.kash.shell.script;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.ProblemView;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.shell.engine.Engine;
import io.kash.shell.session.PrivateFiles;
import io.kash.shell.session.ShellSession;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Runs scripts. All lines are checked before the first runs. The run stops at the first line that fails and keeps a
 * bookmark there; what ran before it stays done. In a dry run "has changes to make" is no failure: every line is shown.
 */
final class ScriptRunner {
    /** Scripts may run scripts, but one that runs itself must end. */
    private static final int DEEPEST = 8;

    private final ShellSession session;
    private final Engine engine;
    private final PrivateFiles files;
    private int depth;

    ScriptRunner(ShellSession session, Engine engine, PrivateFiles files) {
        this.session = session;
        this.engine = engine;
        this.files = files;
    }

    Outcome run(Script script, Map<String, String> variables, boolean resume) {
        if (depth == DEEPEST) {
            throw Problem.usage("scripts run scripts too deep", script.name(), DEEPEST + " within each other", "")
                    .asException();
        }
        Preparation prepared = Preparation.of(script, variables, engine.parser());
        if (!prepared.problems().isEmpty()) {
            prepared.problems().forEach(problem -> session.screen().note(ProblemView.lines(problem)));
            return Outcome.USAGE;
        }
        depth++;
        try {
            return run(script, prepared.lines(), bookmark(script, variables), resume);
        } finally {
            depth--;
        }
    }

    private Outcome run(Script script, List<Prepared> lines, Bookmark bookmark, boolean resume) {
        int from = resume ? start(script, bookmark) : 1;
        boolean pending = false;
        for (Prepared line : lines) {
            boolean before = line.line().number() < from;
            if (before && !choosesEnvironment(line)) {
                continue;
            }
            Outcome outcome = run(line);
            pending |= outcome == Outcome.CHANGES_PENDING;
            if (session.leaving()) {
                return finished(bookmark, outcome);
            }
            if (failed(outcome)) {
                return stopped(script, line.line(), outcome, bookmark);
            }
        }
        return finished(bookmark, pending && session.batch().dryRun() ? Outcome.CHANGES_PENDING : Outcome.DONE);
    }

    private Outcome run(Prepared line) {
        if (session.interrupts().count() > 0) {
            return Outcome.INTERRUPTED;
        }
        line.line().text().strip().lines().forEach(text -> session.screen().note(Line.of("+ " + text, Role.FAINT)));
        return engine.run(line.words(), line.line().text().strip()).outcome();
    }

    private static boolean failed(Outcome outcome) {
        return outcome != Outcome.DONE && outcome != Outcome.CHANGES_PENDING;
    }

    private Outcome stopped(Script script, ScriptLine line, Outcome outcome, Bookmark bookmark) {
        if (!session.batch().dryRun()) {
            bookmark.put(line.number());
        }
        session.screen()
                .note(Line.of("kash: ")
                        .plus(script.name() + ":" + line.number() + ": stopped (" + said(outcome) + ")", Role.BAD));
        return outcome;
    }

    private Outcome finished(Bookmark bookmark, Outcome outcome) {
        if (!session.batch().dryRun()) {
            bookmark.remove();
        }
        return outcome;
    }

    /** {@code exit 4: refused}. */
    static String said(Outcome outcome) {
        return "exit " + outcome.code() + ": "
                + outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What is left of a script must not run in another environment than it would have. */
    private boolean choosesEnvironment(Prepared line) {
        Verb verb = engine.parser().verbOf(engine.parser().parse(line.words()));
        return verb.signature().name().equals("connect")
                || verb.signature().name().equals("disconnect");
    }

    private static int start(Script script, Bookmark bookmark) {
        OptionalInt line = bookmark.line();
        return line.orElseThrow(() -> Problem.usage(
                        "there is nothing to resume",
                        script.name(),
                        "with this text, these variables and this environment it has not stopped at a line",
                        "run " + script.name())
                .asException());
    }

    private Bookmark bookmark(Script script, Map<String, String> variables) {
        String text = script.text() + new TreeMap<>(variables);
        String environment = session.environment().map(Environment::name).orElse("");
        return new Bookmark(files, new Script(script.name(), text).fingerprint(), environment);
    }
}
