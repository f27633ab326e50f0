package io.kash.shell.fake;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Flag;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.completions.signature.ValueType;
import java.util.List;
import java.util.function.Function;

/** A command that does what a test says. */
public final class FakeVerb extends Verb {
    private static final ValueType<Integer> BROKER = ValueType.NUMBER.named("broker");
    private static final ValueType<String> TOPIC = ValueType.TEXT.named("topic");
    private static final ValueType<String> FORMAT =
            ValueType.oneOf(String.class, "format", List.of("table", "json", "tsv"), Function.identity());

    public static final Flag TO_NEW = new Flag("to-new", "To the brokers of the new fleet");
    public static final Option<Integer> TO = Option.list("to", BROKER, "Ids to move to");
    public static final Option<String> TOPICS = Option.required("topics", TOPIC, "Topics to move");
    public static final Option<Integer> OFFSET = Option.optional("offset", ValueType.NUMBER, "Where to begin");

    private final Function<Words, Outcome> deed;

    public FakeVerb(Session session, Signature signature, Function<Words, Outcome> deed) {
        super(signature, session);
        this.deed = deed;
    }

    @Override
    protected Outcome run(Words words) {
        return deed.apply(words);
    }

    /** One command of each sort, as the other rooms have them; running them prints their name. */
    public static List<Verb> usual(Session session) {
        return usual(session, words -> Outcome.DONE);
    }

    /** The same, with something that {@code topics move} does. */
    public static List<Verb> usual(Session session, Function<Words, Outcome> move) {
        return List.of(
                new FakeVerb(session, topicsMove(), move),
                printing(session, "topics list", reading("topics list", "List the topics")),
                printing(
                        session,
                        "topics show",
                        reading("topics show", "Show one topic")
                                .argument(new Argument<>("topic", TOPIC, Arity.ONE, "Which one"))),
                printing(session, "drain", drain()),
                printing(session, "env list", reading("env list", "List the environments")));
    }

    public static Signature topicsMove() {
        return Signature.of("topics move", "Topics", "Move replicas to other brokers")
                .details("Moves whole partitions. Nothing is changed before the plan is shown and agreed to.")
                .alias("mv")
                .option(TOPICS)
                .option(TO)
                .option(OFFSET)
                .flag(TO_NEW)
                .flag(new Flag("dry-run", "Stop after the preview"))
                .example("topics move --topics 'pay*' --to-new");
    }

    private static Signature drain() {
        return Signature.of("drain", "Brokers", "Move everything off brokers")
                .argument(new Argument<>("broker", BROKER, Arity.MANY, "Which ones"))
                .flag(new Flag("dry-run", "Stop after the preview"));
    }

    private static Signature reading(String name, String summary) {
        return Signature.of(name, name.startsWith("env") ? "Environments" : "Topics", summary)
                .option(Option.optional("output", FORMAT, "How to print it"));
    }

    private static Verb printing(Session session, String text, Signature signature) {
        return new FakeVerb(session, signature, words -> {
            session.screen().data(Line.of(text));
            return Outcome.DONE;
        });
    }

    /** A reading command that answers with these documents, one after the other, the last one for ever. */
    public static Verb answering(Session session, String name, List<String> documents) {
        int[] asked = {0};
        return new FakeVerb(session, reading(name, "Answer"), words -> {
            session.screen().data(Line.of(documents.get(Math.min(asked[0]++, documents.size() - 1))));
            return Outcome.DONE;
        });
    }

    /** Any environment is named with this type. */
    public static Class<?> environmentType() {
        return ValueTypes.ENVIRONMENT.type();
    }
}
