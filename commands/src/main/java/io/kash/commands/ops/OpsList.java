package io.kash.commands.ops;

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
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.operation.OperationId;
import java.util.List;
import java.util.Optional;

/**
 * {@code ops list}: the operations of this environment, the newest last.
 *
 * <pre>
 * ID    OPERATION             BEGUN                 STATE  BY
 * 7f3a  topics move --to-new  2026-03-01T14:02:07Z  done   ada@bastion (4711)
 * </pre>
 */
public final class OpsList extends ReadVerb {
    private static final Table<OperationRow> TABLE = Table.of(
            Column.text("id", "ID", OperationRow::id),
            Column.text("title", "OPERATION", OperationRow::title),
            Column.text("begun", "BEGUN", OperationRow::begun),
            Column.<OperationRow>text("state", "STATE", OperationRow::standing)
                    .role(row -> row.standing().equals("done") ? Role.GOOD : Role.WARNING),
            Column.text("by", "BY", OperationRow::by),
            Column.data("hash", OperationRow::hash));

    private final OperatingRoom room;

    public OpsList(Session session, OperatingRoom room) {
        super(Signature.of("ops list", "Operations", "List the operations of this environment"), session);
        this.room = room;
    }

    @Override
    protected Answer answer(Words words) {
        Store store = session().connection().store();
        Optional<String> holder = OperationLock.holder(store);
        List<OperationRow> rows = room.operationsHere(session().connection()).stream()
                .map(operation -> OperationRow.of(operation, holder))
                .toList();
        Answer answer = Answer.of("operation-list/1", Rows.of("operations", TABLE, rows, "no operations"));
        for (OperationId id : room.operations(session().connection()).unreadable()) {
            answer = answer.note("operation " + id + " cannot be read by this version; ops show " + id + " says why");
        }
        return store.shared() ? answer : answer.note("these journals are on this machine; nobody else sees them");
    }
}
