package io.kash.commands.verb;

import io.kash.commands.session.Session;
import io.kash.completions.signature.Signature;
import java.util.ArrayList;
import java.util.List;
import org.springframework.shell.core.command.AbstractCommand;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/**
 * One command: a signature and what it does. A failure it expects is a returned {@link Outcome} after saying what
 * happened on the screen, or a {@link io.kash.surgery.problem.ProblemException}, which the caller shows.
 */
public abstract class Verb extends AbstractCommand {
    private final Signature signature;
    private final Session session;

    protected Verb(Signature signature, Session session) {
        super(signature.name(), signature.summary(), signature.group());
        this.signature = signature;
        this.session = session;
        setAliases(signature.aliases());
        setOptions(described(signature));
    }

    public final Signature signature() {
        return signature;
    }

    protected final Session session() {
        return session;
    }

    protected abstract Outcome run(Words words);

    /** Whether it may change an engine. */
    public boolean changes() {
        return false;
    }

    /** The help text is rendered from the signature where help is shown, so the stock short cut must not answer. */
    @Override
    protected final boolean isHelp(CommandOption option) {
        return false;
    }

    @Override
    public final ExitStatus doExecute(CommandContext context) {
        return run(Words.read(signature, context.parsedInput())).asExitStatus();
    }

    private static List<CommandOption> described(Signature signature) {
        List<CommandOption> options = new ArrayList<>();
        signature
                .flags()
                .forEach(flag -> options.add(CommandOption.with()
                        .longName(flag.name())
                        .description(flag.description())
                        .type(boolean.class)
                        .build()));
        signature
                .options()
                .forEach(option -> options.add(CommandOption.with()
                        .longName(option.name())
                        .description(option.description())
                        .required(option.arity().least() > 0)
                        .type(option.type().type())
                        .build()));
        return options;
    }
}
