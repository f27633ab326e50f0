package io.kash.shell.verb;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Signature;
import java.util.Optional;

/** {@code version}. */
public final class Version extends Verb {
    public Version(Session session) {
        super(Signature.of("version", "Session", "Say which kash this is, and on which Java"), session);
    }

    @Override
    protected Outcome run(Words words) {
        session().screen().data(Line.of(text()));
        return Outcome.DONE;
    }

    /** {@code kash 0.1.0 (Java 17.0.15)}. */
    public static String text() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
        return "kash " + version + " (Java " + System.getProperty("java.version") + ")";
    }
}
