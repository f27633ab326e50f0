package io.kash.shell.verb;

import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Signature;
import io.kash.shell.session.Greeting;
import io.kash.shell.session.ShellSession;
import io.kash.surgery.environment.EnvironmentName;

/** {@code connect}. The environment stays chosen when its engines cannot be reached: they may be back in a minute. */
public final class Connect extends Verb {
    private static final Argument<EnvironmentName> ENVIRONMENT = new Argument<>(
            "environment", ValueTypes.ENVIRONMENT, Arity.ONE, "One of those the environments file names");

    private final ShellSession session;
    private final Greeting greeting;

    public Connect(ShellSession session, Greeting greeting) {
        super(
                Signature.of("connect", "Session", "Choose the environment commands act on")
                        .argument(ENVIRONMENT)
                        .example("connect lab"),
                session);
        this.session = session;
        this.greeting = greeting;
    }

    @Override
    protected Outcome run(Words words) {
        EnvironmentName name = words.first(ENVIRONMENT).orElseThrow();
        return greeting.greet(session, session.connect(session.environments().named(name.value())));
    }
}
