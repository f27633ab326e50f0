package io.kash.commands.audit;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Role;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Column;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Table;
import io.kash.completions.signature.Signature;
import io.kash.surgery.audit.Head;
import io.kash.surgery.audit.Reading;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.OperationId;
import io.kash.surgery.operation.Operations;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code audit verify}: whether the journals are as they were written.
 *
 * <pre>
 * JOURNAL  LINES  STATE
 * 7f3a        16  whole
 * session     40  whole, and holds the 38 lines known to the store
 * </pre>
 */
public final class AuditVerify extends ReadVerb {
    private static final String SESSION = "session";

    /** @param lines that can be believed */
    private record Row(String journal, long lines, boolean whole, String state) {}

    private static final Table<Row> TABLE = Table.of(
            Column.text("journal", "JOURNAL", Row::journal),
            Column.number("lines", "LINES", Row::lines),
            Column.data("whole", Row::whole),
            Column.<Row>text("state", "STATE", Row::state).role(row -> row.whole() ? Role.GOOD : Role.BAD));

    private final OperatingRoom room;
    private final AuditTrail trail;

    public AuditVerify(Session session, OperatingRoom room, AuditTrail trail) {
        super(
                Signature.of("audit verify", "Operations", "Check that no journal was changed")
                        .details(
                                """
                                Computes the chain of every journal anew: of this environment's operations, and of the \
                                commands typed in it on this machine. What was cut off at the end of the latter shows in \
                                the store, where its end is noted now and then. A torn last line, left by a process that \
                                was killed while it wrote, is named and counts for nothing.

                                Exits 1 when a chain is broken, and names the first line that is not as it was written.""")
                        .example("audit verify"),
                session);
        this.room = room;
        this.trail = trail;
    }

    @Override
    protected Answer answer(Words words) {
        Connection connection = session().connection();
        Operations operations = room.operations(connection);
        List<Row> rows = new ArrayList<>();
        operations.ids().forEach(id -> rows.add(operation(operations, id)));
        rows.add(sessions(connection));
        List<Problem> problems = rows.stream()
                .filter(row -> !row.whole())
                .map(row -> Problem.failed(
                        "the journal '" + row.journal() + "' is not as it was written",
                        connection.environment().name(),
                        row.state(),
                        "audit show, and look at the cluster with doctor"))
                .toList();
        return new Answer(
                "audit-verify/1", Optional.empty(), List.of(Rows.of("journals", TABLE, rows, "")), List.of(), problems);
    }

    private static Row operation(Operations operations, OperationId id) {
        try {
            Operation operation = operations.open(id);
            return new Row(id.toString(), operation.lines().size(), true, "whole");
        } catch (ProblemException e) {
            Problem problem = e.problem();
            return new Row(id.toString(), 0, false, problem.where() + ": " + problem.why());
        }
    }

    private Row sessions(Connection connection) {
        Reading reading = trail.read(connection.environment().name());
        long lines = reading.entries().size();
        if (reading.broken().isPresent()) {
            return new Row(SESSION, lines, false, "line " + reading.broken().getAsInt() + " is not as it was written");
        }
        Optional<Head> kept = Head.kept(connection.store(), trail.place());
        if (kept.isPresent() && !reading.holds(kept.get())) {
            boolean cut = kept.get().lines() > lines;
            return new Row(
                    SESSION,
                    lines,
                    false,
                    cut
                            ? "it was cut: the store knows of " + kept.get().lines() + " lines"
                            : "it was written anew: line " + kept.get().lines() + " is not the one known to the store");
        }
        String whole = kept.map(head -> "whole, and holds the " + head.lines() + " lines known to the store")
                .orElse("whole; the store knows nothing of it yet");
        return new Row(SESSION, lines, true, reading.torn() ? whole + "; a torn last line was dropped" : whole);
    }
}
