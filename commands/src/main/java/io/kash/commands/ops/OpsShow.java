package io.kash.commands.ops;

import io.kash.commands.change.OperatingRoom;
import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.verb.Words;
import io.kash.commands.view.Answer;
import io.kash.commands.view.Column;
import io.kash.commands.view.Fact;
import io.kash.commands.view.Facts;
import io.kash.commands.view.ReadVerb;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Table;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Signature;
import io.kash.surgery.coordination.OperationLock;
import io.kash.surgery.operation.JournalLine;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.OperationId;

/** {@code ops show}: one operation and its journal. */
public final class OpsShow extends ReadVerb {
    static final Argument<OperationId> OPERATION = new Argument<>("operation", OperationTypes.ID, Arity.ONE, "its id");

    private static final Table<JournalLine> TABLE = Table.of(
            Column.number("seq", "#", JournalLine::seq),
            Column.text("at", "AT", JournalLine::at),
            Column.number("fence", "HOLDER", JournalLine::fence),
            Column.text("event", "EVENT", line -> EventWords.name(line.event())),
            Column.text("detail", "DETAIL", line -> EventWords.detail(line.event())));

    private final OperatingRoom room;

    public OpsShow(Session session, OperatingRoom room) {
        super(
                Signature.of("ops show", "Operations", "Show an operation and its journal")
                        .argument(OPERATION)
                        .example("ops show 7f3a"),
                session);
        this.room = room;
    }

    @Override
    protected Answer answer(Words words) {
        OperationId id = words.all(OPERATION).get(0);
        Operation operation = room.operations(session().connection()).open(id);
        OperationRow row = OperationRow.of(
                operation, OperationLock.holder(session().connection().store()));
        return Answer.of(
                "operation-show/1",
                Facts.of(
                        "operation",
                        Line.EMPTY,
                        Fact.of("id", "Operation", row.id()),
                        Fact.of("title", "Request", row.title()),
                        Fact.of("state", "State", row.standing()),
                        Fact.of("by", "By", row.by()),
                        Fact.of("cluster", "Cluster", operation.plan().target().clusterId()),
                        Fact.of("hash", "Plan", row.hash())),
                Rows.of("journal", TABLE, operation.lines(), "nothing is written yet"));
    }
}
