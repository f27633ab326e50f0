package io.kash.commands.approvals;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Column;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Table;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.pairing.Petition;
import io.kash.surgery.pairing.Presence.Present;

/**
 * {@code approvals list}: plans that wait for a second operator, and who is connected.
 *
 * <pre>
 * PLAN  OPERATION  DRIVER  FROM                SINCE                 UNTIL
 * 7f3a  drain 12   ada     ada@bastion (4711)  2026-03-01T14:02:07Z  2026-03-01T14:17:07Z
 * </pre>
 */
public final class ApprovalsList extends ReadVerb {
    private static final Table<Petition> WAITING = Table.of(
            Column.text("plan", "PLAN", petition -> petition.hash().brief()),
            Column.text("title", "OPERATION", Petition::title),
            Column.text("driver", "DRIVER", Petition::driver),
            Column.text("from", "FROM", Petition::from),
            Column.text("at", "SINCE", Petition::at),
            Column.text("expires", "UNTIL", Petition::expires),
            Column.data("hash", petition -> petition.hash().hex()));

    private static final Table<Present> HERE = Table.of(
            Column.text("operator", "OPERATOR", Present::operator),
            Column.text("from", "FROM", Present::from),
            Column.text("since", "SINCE", Present::since));

    private final OperatingRoom room;

    public ApprovalsList(Session session, OperatingRoom room) {
        super(
                Signature.of("approvals list", "Pairing", "List plans that wait for an approval, and who is connected"),
                session);
        this.room = room;
    }

    @Override
    protected Answer answer(Words words) {
        Connection connection = session().connection();
        return Answer.of(
                "approvals-list/1",
                Rows.of("waiting", WAITING, room.pairing(connection).waiting(), "no plan waits for an approval"),
                Rows.of("connected", HERE, room.presence(connection).all(), "nobody is connected"));
    }
}
