package io.kash.commands.approvals;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.change.Review;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Flag;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Connection;

/** {@code approve}: look at another operator's plan, and let it run. */
public final class Approve extends Verb {
    private static final Flag ALL = new Flag("all", "fold nothing: show every row");

    private final OperatingRoom room;

    public Approve(Session session, OperatingRoom room) {
        super(
                Signature.of("approve", "Pairing", "Look at another operator's plan and approve it")
                        .details(
                                "The plan is shown as this shell reads it. An approval is signed with your key, holds for"
                                        + " that plan only, once, and for as long as its driver waits.")
                        .argument(ApprovalTypes.PLAN)
                        .flag(ALL)
                        .example("approve 7f3a"),
                session);
        this.room = room;
    }

    @Override
    protected Outcome run(Words words) {
        Connection connection = session().connection();
        String digits = words.all(ApprovalTypes.PLAN).get(0).digits();
        return new Review(room, session(), connection)
                .approve(room.pairing(connection).waiting(digits), words.has(ALL));
    }
}
