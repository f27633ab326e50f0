package io.kash.shell.verb;

import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Signature;
import io.kash.shell.session.ShellSession;

/** {@code disconnect}. */
public final class Disconnect extends Verb {
    private final ShellSession session;

    public Disconnect(ShellSession session) {
        super(Signature.of("disconnect", "Session", "Leave the environment, without choosing another"), session);
        this.session = session;
    }

    @Override
    protected Outcome run(Words words) {
        session.disconnect();
        return Outcome.DONE;
    }
}
