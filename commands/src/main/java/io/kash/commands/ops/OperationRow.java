package io.kash.commands.ops;

import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.JournalLine;
import io.kash.surgery.operation.Operation;
import java.time.Instant;
import java.util.Optional;

/**
 * One operation in a list.
 *
 * @param by who carried it out last
 * @param standing in words
 */
record OperationRow(String id, String title, Instant begun, String standing, String by, String hash) {
    static final String RUNNING = "running";

    static OperationRow of(Operation operation, Optional<String> holder) {
        return new OperationRow(
                operation.id().toString(),
                operation.plan().request().words(),
                operation.begun(),
                standing(operation, holder),
                by(operation),
                operation.hash().hex());
    }

    /** A journal that has no end is running if its last holder has the lock, and was left otherwise. */
    static String standing(Operation operation, Optional<String> holder) {
        return switch (operation.status()) {
            case PLANNED -> "planned";
            case STOPPED -> "stopped";
            case FINISHED -> "done";
            case CANCELLED -> "cancelled";
            case UNFINISHED -> holder.filter(by(operation)::equals).isPresent() ? RUNNING : "left";
        };
    }

    private static String by(Operation operation) {
        String by = "";
        for (JournalLine line : operation.lines()) {
            if (line.event() instanceof Event.Taken taken) {
                by = taken.by();
            }
        }
        return by;
    }
}
