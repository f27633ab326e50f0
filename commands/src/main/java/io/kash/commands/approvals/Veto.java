package io.kash.commands.approvals;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.change.Review;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Signature;
import io.kash.completions.signature.ValueType;
import io.kash.surgery.environment.Connection;

/** {@code veto}: refuse another operator's plan. */
public final class Veto extends Verb {
    private static final Argument<String> REASON =
            new Argument<>("reason", ValueType.TEXT, Arity.ANY, "a word to its driver");

    private final OperatingRoom room;

    public Veto(Session session, OperatingRoom room) {
        super(
                Signature.of("veto", "Pairing", "Refuse another operator's plan")
                        .argument(ApprovalTypes.PLAN)
                        .argument(REASON)
                        .example("veto 7f3a not before the backup"),
                session);
        this.room = room;
    }

    @Override
    protected Outcome run(Words words) {
        Connection connection = session().connection();
        String digits = words.all(ApprovalTypes.PLAN).get(0).digits();
        return new Review(room, session(), connection)
                .veto(room.pairing(connection).waiting(digits), String.join(" ", words.all(REASON)));
    }
}
