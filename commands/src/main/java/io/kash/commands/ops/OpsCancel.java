package io.kash.commands.ops;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.change.Procedure;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.ValueTypes;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.EnvironmentName;
import io.kash.surgery.operation.Operation;
import java.util.Optional;

/** {@code ops cancel}: end an operation, taking back what is in flight where that loses nothing. */
public final class OpsCancel extends Verb {
    private static final Option<EnvironmentName> CONFIRM = Option.optional(
            "confirm", ValueTypes.ENVIRONMENT, "consent beforehand by naming the environment, where nobody is asked");

    private final OperatingRoom room;

    public OpsCancel(Session session, OperatingRoom room) {
        super(
                Signature.of("ops cancel", "Operations", "End an operation and take back what it has in flight")
                        .details(
                                "A reassignment goes back where at least min.insync.replicas of the original replicas are"
                                        + " alive and in sync; any other finishes. What has arrived stays: ops undo moves it back.")
                        .argument(OpsShow.OPERATION)
                        .option(CONFIRM)
                        .example("ops cancel 7f3a"),
                session);
        this.room = room;
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
            session().screen().note(Line.of("Nothing to do: operation " + operation.id() + " has ended."));
            return Outcome.DONE;
        }
        if (session().batch().dryRun()) {
            session().screen().note(Line.of("Dry run: operation " + operation.id() + " would be cancelled."));
            return Outcome.CHANGES_PENDING;
        }
        Optional<String> confirmed = words.first(CONFIRM)
                .map(EnvironmentName::toString)
                .or(() -> session().batch().confirm());
        return new Procedure(room, session(), connection).cancel(operation, confirmed);
    }
}
