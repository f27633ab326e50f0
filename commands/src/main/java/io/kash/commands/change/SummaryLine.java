package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.TextWidth;
import java.util.List;

/**
 * One line of what a plan does:
 *
 * <pre>
 *   ~ move      214 replicas off broker 12            2.31 TiB   (must move: 2.31 TiB)
 * </pre>
 *
 * @param sign {@code ~} changes, {@code +} adds, {@code -} takes away, {@code *} acts
 */
record SummaryLine(String sign, String verb, String what, String how) {
    private static final int VERB_WIDTH = 8;

    static List<Line> lines(List<SummaryLine> summary) {
        int width = summary.stream()
                .mapToInt(line -> TextWidth.of(line.what()))
                .max()
                .orElse(0);
        return summary.stream().map(line -> line.line(width)).toList();
    }

    private Line line(int whatWidth) {
        Role role =
                switch (sign) {
                    case "+" -> Role.ADDED;
                    case "-" -> Role.REMOVED;
                    default -> Role.CHANGED;
                };
        return Line.of("  " + sign + " ", role)
                .plus(padded(verb, VERB_WIDTH), Role.STRONG)
                .plus("  " + padded(what, whatWidth) + "   " + how);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - TextWidth.of(text)));
    }
}
