package io.kash.shell.verb;

import io.kash.commands.session.Session;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Signature;

/** {@code clear}. */
public final class Clear extends Verb {
    private final Runnable clearing;

    /** @param clearing empties the terminal; no line of text can do that, for lines are escaped */
    public Clear(Session session, Runnable clearing) {
        super(Signature.of("clear", "Session", "Empty the terminal"), session);
        this.clearing = clearing;
    }

    @Override
    protected Outcome run(Words words) {
        clearing.run();
        return Outcome.DONE;
    }
}
