package io.kash.commands.ops;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Signature;
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.ControlRecord;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.problem.Problem;

/**
 * A word to an operation that is being carried out, here or in somebody else's shell. It changes no engine itself and
 * needs no consent: whoever carries the operation out heeds it within a second and journals it.
 */
abstract class OpsControl extends Verb {
    private final OperatingRoom room;

    /** @param signature its first argument is {@link OpsShow#OPERATION} */
    OpsControl(Signature signature, Session session, OperatingRoom room) {
        super(signature, session);
        this.room = room;
    }

    /** What is wanted from now on. */
    abstract Control change(Control before, Words words, String operator);

    /** What was asked, for the one who asks. */
    abstract String done(Words words);

    @Override
    protected final Outcome run(Words words) {
        Operation operation = room.operations(session().connection())
                .open(words.all(OpsShow.OPERATION).get(0));
        requireRunning(operation);
        if (session().batch().dryRun()) {
            session().screen().note(Line.of("Dry run: operation " + operation.id() + " was told nothing."));
            return Outcome.CHANGES_PENDING;
        }
        record(operation).change(before -> change(before, words, room.operator()));
        session().screen().note(Line.of("Operation " + operation.id() + " " + done(words)));
        return Outcome.DONE;
    }

    private ControlRecord record(Operation operation) {
        return new ControlRecord(session().connection().store(), room.json(), operation.id());
    }

    private void requireRunning(Operation operation) {
        String standing = OperationRow.standing(
                operation, OperationLock.holder(session().connection().store()));
        if (!standing.equals(OperationRow.RUNNING)) {
            throw Problem.usage(
                            "nobody is carrying out operation " + operation.id(),
                            session().connection().environment().name(),
                            "it is " + standing,
                            "ops list")
                    .asException();
        }
    }
}
