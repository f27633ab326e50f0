package io.kash.commands.ops;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.change.ProgressLine;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Signature;
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.operation.Glimpse;
import io.kash.surgery.operation.JournalLine;
import io.kash.surgery.operation.Mirror;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.OperationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code ops watch}: see an operation as the one who carries it out sees it, live. It changes nothing; Ctrl-C ends the
 * watching, not the operation.
 */
public final class OpsWatch extends Verb {
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final OperatingRoom room;

    public OpsWatch(Session session, OperatingRoom room) {
        super(
                Signature.of("ops watch", "Operations", "Watch an operation while it is carried out, here or elsewhere")
                        .details("Ctrl-C ends the watching, not the operation. To hold it: ops pause.")
                        .argument(OpsShow.OPERATION)
                        .example("ops watch 7f3a"),
                session);
        this.room = room;
    }

    @Override
    protected Outcome run(Words words) {
        OperationId id = words.all(OpsShow.OPERATION).get(0);
        Store store = session().connection().store();
        Operation operation = room.operations(session().connection()).open(id);
        ProgressLine line = new ProgressLine(
                operation.id() + " " + operation.plan().request().words(),
                session().screen());
        int told = operation.lines().size();
        while (session().interrupts().count() == 0) {
            operation = room.operations(session().connection()).open(id);
            List<JournalLine> lines = operation.lines();
            lines.subList(told, lines.size()).forEach(journaled -> line.wrote(journaled.event()));
            told = lines.size();
            String standing = OperationRow.standing(operation, OperationLock.holder(store));
            if (!standing.equals(OperationRow.RUNNING)) {
                session().screen().endProgress();
                session().screen().note(ending(operation, standing));
                return Outcome.DONE;
            }
            Optional<Glimpse> glimpse = Mirror.of(store, room.json(), id);
            if (glimpse.isPresent()) {
                glimpse.get().of(operation).ifPresent(line::saw);
            }
            room.ticker().pause(BETWEEN);
        }
        session().screen().endProgress();
        session().screen().note(Line.of("Operation " + id + " goes on; you have stopped watching it."));
        return Outcome.DONE;
    }

    private static Line ending(Operation operation, String standing) {
        Line line = Line.of("Operation " + operation.id() + " is " + standing + ".");
        return operation.status().ended() ? line : line.plus(" To go on: ops resume " + operation.id());
    }
}
