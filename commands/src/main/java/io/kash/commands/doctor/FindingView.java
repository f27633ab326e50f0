package io.kash.commands.doctor;

import io.kash.commands.terminal.Escaping;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Column;
import io.kash.commands.view.Table;
import io.kash.commands.view.TextWidth;
import io.kash.commands.view.Units;
import io.kash.surgery.check.Checkup.Found;
import io.kash.surgery.plan.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A finding as people read it: what was seen, which limit it touches, and the command or change that lifts it.
 *
 * <pre>
 * stops moves  1 partition without a leader: payments-0 (ISR none of 1,2,3)
 *   limit  every partition has a leader
 *   lift   start a broker of its ISR again; the ISR is what can bring it back without loss
 * </pre>
 */
final class FindingView {
    static final Table<Found> TABLE = Table.of(
            Column.text("severity", "SEVERITY", found -> severity(found).name().toLowerCase(Locale.ROOT)),
            Column.text("about", "ABOUT", Found::about),
            Column.text("what", "FOUND", found -> found.finding().what()),
            Column.text("limit", "LIMIT", found -> found.finding().limit()),
            Column.text("lift", "LIFT", found -> found.finding().lift()));

    private static final String LIMIT = "  limit  ";
    private static final String LIFT = "  lift   ";

    private FindingView() {}

    static List<Line> lines(Found found, int width) {
        List<Line> lines = new ArrayList<>();
        Role role =
                switch (severity(found)) {
                    case REFUSAL -> Role.BAD;
                    case WARNING -> Role.WARNING;
                    case NOTE -> Role.PLAIN;
                };
        add(lines, words(severity(found)) + "  ", role, found.finding().what(), width);
        add(lines, LIMIT, Role.FAINT, found.finding().limit(), width);
        add(lines, LIFT, Role.FAINT, found.finding().lift(), width);
        return lines;
    }

    /** {@code 1 stops moves, 2 warnings}; {@code none}. */
    static String summary(List<Found> all) {
        List<String> parts = new ArrayList<>();
        long refusals = count(all, Severity.REFUSAL);
        if (refusals > 0) {
            parts.add(Units.count(refusals) + (refusals == 1 ? " stops moves" : " stop moves"));
        }
        if (count(all, Severity.WARNING) > 0) {
            parts.add(Units.count(count(all, Severity.WARNING), "warning"));
        }
        if (count(all, Severity.NOTE) > 0) {
            parts.add(Units.count(count(all, Severity.NOTE), "note"));
        }
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    static long count(List<Found> all, Severity severity) {
        return all.stream().filter(found -> severity(found) == severity).count();
    }

    private static Severity severity(Found found) {
        return found.finding().severity();
    }

    private static String words(Severity severity) {
        return severity == Severity.REFUSAL ? "stops moves" : severity.name().toLowerCase(Locale.ROOT);
    }

    /** Escaped before it is measured; the screen does it again, which changes nothing. */
    private static void add(List<Line> lines, String label, Role role, String text, int width) {
        int room = Math.max(20, width == Integer.MAX_VALUE ? width : width - label.length());
        List<String> pieces = TextWidth.wrapped(Escaping.escape(text), room);
        lines.add(Line.of(label, role).plus(pieces.get(0)));
        pieces.stream()
                .skip(1)
                .forEach(piece -> lines.add(Line.of(" ".repeat(label.length())).plus(piece)));
    }
}
