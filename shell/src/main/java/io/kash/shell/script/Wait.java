package io.kash.shell.script;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.shell.engine.Engine;
import io.kash.shell.session.ShellSession;
import java.time.Duration;

/** {@code wait}: looks once a second until something is so. An engine that does not answer may do so by the next look. */
public final class Wait extends Verb {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final Option<Duration> TIMEOUT =
            Option.optional("timeout", Spans.TYPE, "How long to wait at most, such as 90s or 5m; 60s if not given");

    private final ShellSession session;
    private final Looker looker;
    private final Ticker ticker;

    public Wait(ShellSession session, Engine engine, Ticker ticker) {
        super(
                Signature.of("wait", "Session", "Wait until something is true of what a command shows")
                        .details("Runs the command with --output json once a second. Exits with 7 when time is up.")
                        .option(TIMEOUT)
                        .argument(Expect.QUERY)
                        .takesRest()
                        .example("wait --timeout 5m 'underReplicated == `0`' status"),
                session);
        this.session = session;
        this.looker = new Looker(session, engine);
        this.ticker = ticker;
    }

    @Override
    protected Outcome run(Words words) {
        if (session.batch().dryRun()) {
            session.screen().note(Line.of("skipped in a dry run", Role.FAINT));
            return Outcome.DONE;
        }
        try {
            return waited(
                    words.first(Expect.QUERY).orElseThrow(),
                    words,
                    words.first(TIMEOUT).orElse(USUAL));
        } finally {
            session.screen().endProgress();
        }
    }

    private Outcome waited(Query query, Words words, Duration most) {
        long start = ticker.nanos();
        while (true) {
            Look look = looker.look(words.rest());
            if (look instanceof Look.Seen seen && Query.truthy(query.on(seen.document()))) {
                return Outcome.DONE;
            }
            if (session.interrupts().count() > 0) {
                return Outcome.INTERRUPTED;
            }
            Duration passed = Duration.ofNanos(ticker.nanos() - start);
            if (notUnderstood(look) || passed.compareTo(most) >= 0) {
                return givenUp(query, look, passed);
            }
            session.screen()
                    .progress(Line.of("waiting " + Spans.seconds(passed) + " of " + Spans.seconds(most) + " for ")
                            .plus(query.text()));
            ticker.pass(BETWEEN_LOOKS);
        }
    }

    private Outcome givenUp(Query query, Look look, Duration passed) {
        session.screen().endProgress();
        if (look instanceof Look.Failed failed && notUnderstood(look)) {
            session.screen().note(failed.notes());
            return Outcome.USAGE;
        }
        session.screen().note(Line.of("gave up after " + Spans.seconds(passed), Role.BAD));
        session.screen().note(SeenView.lines(query, look));
        return Outcome.TIMED_OUT;
    }

    /** The words are wrong, and will be at the next look. */
    private static boolean notUnderstood(Look look) {
        return look instanceof Look.Failed failed && failed.outcome() == Outcome.USAGE;
    }
}
