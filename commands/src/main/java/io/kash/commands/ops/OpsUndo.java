package io.kash.commands.ops;

import io.kash.commands.change.ChangeVerb;
import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.operation.OperationId;
import io.kash.surgery.plan.Request;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.problem.Problem;

/** {@code ops undo}: the way back from an operation, planned and run like any other change. */
public final class OpsUndo extends ChangeVerb {
    public OpsUndo(Session session, OperatingRoom room) {
        super(
                Signature.of("ops undo", "Operations", "Go back to where things were before an operation")
                        .argument(OpsShow.OPERATION)
                        .example("ops undo 7f3a --dry-run"),
                session,
                room);
    }

    @Override
    protected Request request(Words words, Connection connection) {
        OperationId id = words.all(OpsShow.OPERATION).get(0);
        Reversal wayBack = room().operations(connection).open(id).wayBack();
        if (wayBack instanceof Reversal.By by) {
            return by.request();
        }
        throw new Problem(
                        Problem.Kind.REFUSED,
                        "operation " + id + " cannot be undone",
                        connection.environment().name(),
                        ((Reversal.None) wayBack).why(),
                        "")
                .asException();
    }
}
