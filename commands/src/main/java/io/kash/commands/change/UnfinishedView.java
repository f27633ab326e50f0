package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.surgery.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operation that did not end leaves, and how it goes on:
 *
 * <pre>
 * Stopped: the operator asked it to stop.
 * Nothing is in flight, and what it found is put back.
 * To go on: ops resume 7f3a
 * </pre>
 */
final class UnfinishedView {
    private UnfinishedView() {}

    static List<Line> cancelled(Operation operation, String why) {
        return List.of(
                Line.of("Cancelled: ", Role.WARNING).plus(why + "."),
                Line.of("Nothing is in flight, and what it found is put back. What had arrived stays where it is."),
                Line.of("To go back: ").plus("ops undo " + operation.id(), Role.STRONG));
    }

    static List<Line> lines(Operation operation, boolean left, String why) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(left ? "Left as it stands: " : "Stopped: ", Role.WARNING)
                .plus(why + "."));
        lines.add(Line.of(
                left
                        ? operation.owes()
                                ? "Reassignments in flight go on in Kafka, and throttles that were set stay."
                                : "Nothing was set that has to be put back."
                        : "Nothing is in flight, and what it found is put back."));
        lines.add(Line.of("To go on: ").plus("ops resume " + operation.id(), Role.STRONG));
        return lines;
    }
}
