package io.kash.commands.ops;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.change.Procedure;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Flag;
import io.kash.completions.signature.Signature;
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.ControlRecord;
import io.kash.surgery.operation.Operation;
import java.util.Optional;

/** {@code ops resume}: go on with an operation that was approved and left. What is done already is seen, not done again. */
public final class OpsResume extends Verb {
    private static final Flag ALL = new Flag("all", "fold nothing: show every row");

    private final OperatingRoom room;

    public OpsResume(Session session, OperatingRoom room) {
        super(
                Signature.of("ops resume", "Operations", "Go on with an operation that was stopped or left")
                        .details(
                                "The plan that was approved is carried on, from wherever the cluster stands. One that is"
                                        + " paused goes on where it is being carried out.")
                        .argument(OpsShow.OPERATION)
                        .flag(ALL)
                        .example("ops resume 7f3a"),
                session);
        this.room = room;
    }

    private Outcome nothing(Operation operation, String standing) {
        session().screen().note(Line.of("Nothing to do: operation " + operation.id() + " is " + standing + "."));
        return Outcome.DONE;
    }

    private boolean paused(Operation operation) {
        return record(operation).read().wish() == Control.Wish.PAUSE;
    }

    private ControlRecord record(Operation operation) {
        return new ControlRecord(session().connection().store(), room.json(), operation.id());
    }

    /** It is being carried out and paused: whoever carries it out goes on. */
    private Outcome goOn(Operation operation, String holder) {
        record(operation).change(before -> before.with(Control.Wish.RUN, "resumed by " + room.operator()));
        session().screen().note(Line.of("Operation " + operation.id() + " goes on: " + holder + " carries it out."));
        return Outcome.DONE;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    protected Outcome run(Words words) {
        Connection connection = session().connection();
        Operation operation =
                room.operations(connection).open(words.all(OpsShow.OPERATION).get(0));
        if (operation.status().ended()) {
            return nothing(operation, OperationRow.standing(operation, Optional.empty()));
        }
        if (session().batch().dryRun()) {
            session().screen().note(Line.of("Dry run: operation " + operation.id() + " would go on."));
            return Outcome.CHANGES_PENDING;
        }
        Optional<String> holder = OperationLock.holder(connection.store());
        if (OperationRow.standing(operation, holder).equals(OperationRow.RUNNING) && paused(operation)) {
            return goOn(operation, holder.orElse("somebody"));
        }
        return new Procedure(room, session(), connection).resume(operation, words.has(ALL));
    }
}
