package io.kash.commands.audit;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.ops.OperationTypes;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Column;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Table;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.surgery.operation.OperationId;
import io.kash.surgery.operation.Operations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * {@code audit show}: who did what, from the journals of operations and of the sessions on this machine, the newest first.
 *
 * <pre>
 * AT                    WHO                 JOURNAL  #  WHAT                  RESULT
 * 2026-03-01T14:02:07Z  ada@bastion (4711)  7f3a     2  consented             typed yes
 * 2026-03-01T14:02:07Z  ada@bastion (4711)  session  1  topics move --to-new  exit 0: done
 * </pre>
 */
public final class AuditShow extends ReadVerb {
    private static final Option<OperationId> OPERATION =
            Option.optional("operation", OperationTypes.ID, "only the journal of this operation");
    private static final Option<Duration> SINCE =
            Option.optional("since", Ages.TYPE, "only what is not older: 90m, 24h, 7d");

    private static final Table<AuditRow> TABLE = Table.of(
            Column.text("at", "AT", AuditRow::at),
            Column.text("who", "WHO", AuditRow::who),
            Column.text("journal", "JOURNAL", AuditRow::source),
            Column.number("seq", "#", AuditRow::seq),
            Column.data("fence", AuditRow::fence),
            Column.text("what", "WHAT", AuditRow::what),
            Column.text("result", "RESULT", AuditRow::result),
            Column.data("planHash", AuditRow::hash));

    private final OperatingRoom room;
    private final AuditTrail trail;

    public AuditShow(Session session, OperatingRoom room, AuditTrail trail) {
        super(
                Signature.of("audit show", "Operations", "Show who did what, the newest first")
                        .details(
                                """
                                Shows the journals of this environment's operations, and every command typed in it on this \
                                machine, but for words that may hold a secret.""")
                        .option(OPERATION)
                        .option(SINCE)
                        .example("audit show --since 24h")
                        .example("audit show --operation 7f3a --all"),
                session);
        this.room = room;
        this.trail = trail;
    }

    @Override
    protected Answer answer(Words words) {
        Optional<OperationId> wanted = words.first(OPERATION);
        Optional<Instant> oldest = words.first(SINCE).map(room.clock().instant()::minus);
        Operations operations = room.operations(session().connection());
        List<AuditRow> rows = new ArrayList<>();
        List<OperationId> unreadable = new ArrayList<>();
        if (wanted.isPresent()) {
            rows.addAll(AuditRow.of(operations.open(wanted.get())));
        } else {
            operations.list().forEach(operation -> rows.addAll(AuditRow.of(operation)));
            unreadable.addAll(operations.unreadable());
            rows.addAll(
                    AuditRow.of(trail.read(session().connection().environment().name())));
        }
        rows.removeIf(row -> oldest.filter(row.at()::isBefore).isPresent());
        // Within one moment the later line of a journal is the newer one.
        Collections.reverse(rows);
        rows.sort(Comparator.comparing(AuditRow::at).reversed());
        Answer answer = Answer.of("audit-show/1", Rows.of("lines", TABLE, rows, "nothing is journaled"));
        for (OperationId id : unreadable) {
            answer = answer.note("operation " + id + " cannot be read by this version; audit verify says why");
        }
        return answer;
    }
}
