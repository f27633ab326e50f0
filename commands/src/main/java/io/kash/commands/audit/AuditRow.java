package io.kash.commands.audit;

import io.kash.commands.ops.EventWords;
import io.kash.surgery.audit.Entry;
import io.kash.surgery.audit.Reading;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.JournalLine;
import io.kash.surgery.operation.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One line of any journal.
 *
 * @param source {@code session}, or the operation's id
 * @param seq its number in its journal
 * @param fence the fencing number of the holder that wrote it; empty in a session's
 * @param hash of the plan it is about; empty when it is about none
 */
record AuditRow(
        Instant at, String who, String source, long seq, OptionalLong fence, String what, String result, String hash) {

    /** Every line of an operation; its writer is the one who took it last. */
    static List<AuditRow> of(Operation operation) {
        String who = operation.lines().stream()
                .map(JournalLine::event)
                .filter(Event.Taken.class::isInstance)
                .map(event -> ((Event.Taken) event).by())
                .findFirst()
                .orElse("");
        List<AuditRow> rows = new ArrayList<>();
        for (JournalLine line : operation.lines()) {
            if (line.event() instanceof Event.Taken taken) {
                who = taken.by();
            }
            String hash = line.event() instanceof Event.Planned planned
                    ? planned.hash().hex()
                    : "";
            rows.add(new AuditRow(
                    line.at(),
                    who,
                    operation.id().toString(),
                    line.seq(),
                    OptionalLong.of(line.fence()),
                    EventWords.name(line.event()),
                    EventWords.detail(line.event()),
                    hash));
        }
        return rows;
    }

    /** Every command of a session with how it ended. */
    static List<AuditRow> of(Reading reading) {
        Map<Long, Entry.Ended> ends = new LinkedHashMap<>();
        for (Entry entry : reading.entries()) {
            if (entry.deed() instanceof Entry.Ended ended) {
                ends.put(ended.begun(), ended);
            }
        }
        List<AuditRow> rows = new ArrayList<>();
        for (Entry entry : reading.entries()) {
            if (entry.deed() instanceof Entry.Began began) {
                rows.add(new AuditRow(
                        entry.at(),
                        entry.from().isEmpty() ? entry.who() : entry.who() + " from " + entry.from(),
                        "session",
                        entry.seq(),
                        OptionalLong.empty(),
                        began.command(),
                        Optional.ofNullable(ends.get(entry.seq()))
                                .map(ended -> "exit " + ended.code() + ": " + ended.outcome())
                                .orElse("did not end"),
                        ""));
            }
        }
        return rows;
    }
}
