package io.kash.shell.verb;

import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Signature;
import io.kash.shell.session.ShellSession;

/** {@code exit}: ends the shell, or the script it stands in and the shell with it. */
public final class Exit extends Verb {
    private final ShellSession session;

    public Exit(ShellSession session) {
        super(Signature.of("exit", "Session", "Leave the shell").alias("quit"), session);
        this.session = session;
    }

    @Override
    protected Outcome run(Words words) {
        session.leave();
        return Outcome.DONE;
    }
}
