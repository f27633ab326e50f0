package io.kash.commands.view;

import io.kash.commands.session.Session;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Flag;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.surgery.plan.Look;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import java.util.Optional;
import org.springframework.shell.core.command.ParsedInput;

/** A command that looks and changes nothing. It says what it found; how that is written is the same for all. */
public abstract class ReadVerb extends Verb {
    private static final Option<OutputFormat> OUTPUT =
            Option.optional("output", OutputFormat.TYPE, "table (the default), json or tsv");
    private static final Option<Query> QUERY =
            Option.optional("query", Query.TYPE, "print what this JMESPath expression finds in the JSON");
    private static final Flag ALL = new Flag("all", "fold nothing: show every row");

    protected ReadVerb(Signature signature, Session session) {
        super(signature.option(OUTPUT).option(QUERY).flag(ALL), session);
    }

    protected abstract Answer answer(Words words);

    /** What it finds, unwritten: for scripts that expect something of it. */
    public final Answer ask(ParsedInput input) {
        return answer(Words.read(signature(), input));
    }

    @Override
    protected final Outcome run(Words words) {
        AnswerView view = view(words);
        Answer answer = answer(words);
        view.show(answer, session().screen());
        return answer.outcome();
    }

    /** Looks at the engines of the environment chosen. */
    protected final Snapshot observe(Look... looks) {
        return session().connection().observer().read(Scope.of(looks));
    }

    private AnswerView view(Words words) {
        Optional<OutputFormat> output = words.first(OUTPUT);
        Optional<Query> query = words.first(QUERY);
        if (query.isEmpty()) {
            return output.orElse(OutputFormat.TABLE).view(words.has(ALL));
        }
        if (output.isPresent() && output.get() != OutputFormat.JSON) {
            throw Problem.usage(
                            "--query finds JSON, which --output " + output.get().word() + " does not write",
                            signature().name(),
                            "",
                            "leave out --output")
                    .asException();
        }
        return new QueryView(query.get());
    }
}
