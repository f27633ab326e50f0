package io.kash.shell.script;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Signature;
import io.kash.shell.engine.Engine;
import io.kash.shell.session.ShellSession;

/** {@code expect}: fails where what a reading command shows is not so. */
public final class Expect extends Verb {
    static final Argument<Query> QUERY =
            new Argument<>("JMESPath", Query.TYPE, Arity.ONE, "What must be true of the command's JSON answer");

    private final ShellSession session;
    private final Looker looker;

    public Expect(ShellSession session, Engine engine) {
        super(
                Signature.of("expect", "Session", "Fail unless something is true of what a command shows")
                        .details("Runs the command with --output json. False, null and what is empty are not true.")
                        .argument(QUERY)
                        .takesRest()
                        .example("expect 'length(reassignments) == `0`' reassignments list"),
                session);
        this.session = session;
        this.looker = new Looker(session, engine);
    }

    @Override
    protected Outcome run(Words words) {
        if (session.batch().dryRun()) {
            session.screen().note(Line.of("skipped in a dry run", Role.FAINT));
            return Outcome.DONE;
        }
        Query query = words.first(QUERY).orElseThrow();
        Look look = looker.look(words.rest());
        if (look instanceof Look.Seen seen && Query.truthy(query.on(seen.document()))) {
            return Outcome.DONE;
        }
        session.screen().note(SeenView.lines(query, look));
        return look instanceof Look.Failed failed ? failed.outcome() : Outcome.FAILED;
    }
}
