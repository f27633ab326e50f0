package io.kash.commands.view;

import io.kash.commands.terminal.Escaping;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.terminal.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A table for people: aligned, fitted and folded.
 *
 * <pre>
 * BROKER  ADDRESS            STATE  REPLICAS
 *      1  10.0.1.11:9092     up          214
 *     11  10.0.1.12:9092     fenced        0
 * … 213 more (--all)
 * </pre>
 */
public final class TableLines {
    private TableLines() {}

    /** @param most rows shown where the frame folds */
    public static <T> List<Line> lines(Table<T> table, List<T> rows, int most, Frame frame) {
        boolean folded = frame.folds() && rows.size() > most;
        List<T> shown = folded ? rows.subList(0, most) : rows;
        List<Column<T>> columns = table.onScreen();
        List<Boolean> numbers = columns.stream().map(Column::number).toList();
        List<List<Span>> cells = new ArrayList<>();
        cells.add(columns.stream()
                .map(column -> new Span(column.title(), Role.FAINT))
                .toList());
        for (T row : shown) {
            cells.add(columns.stream().map(column -> escaped(column, row)).toList());
        }
        int[] widths = Widths.fit(
                numbers,
                cells.stream().map(row -> row.stream().map(Span::text).toList()).toList(),
                frame.width());
        List<Line> lines = new ArrayList<>();
        cells.forEach(row -> lines.add(aligned(row, numbers, widths)));
        if (folded) {
            lines.add(Line.of("… " + Units.count(rows.size() - most) + " more (--all)", Role.FAINT));
        }
        return lines;
    }

    /** Escaped before it is measured; the screen does it again, which changes nothing. */
    private static <T> Span escaped(Column<T> column, T row) {
        Span cell = column.shown().apply(row);
        return new Span(Escaping.escape(cell.text()), cell.role());
    }

    private static Line aligned(List<Span> row, List<Boolean> numbers, int[] widths) {
        Line line = Line.EMPTY;
        for (int i = 0; i < widths.length; i++) {
            Span cell = row.get(i);
            String text = numbers.get(i) ? cell.text() : TextWidth.cut(cell.text(), widths[i]);
            String padding = " ".repeat(Math.max(0, widths[i] - TextWidth.of(text)));
            String gap = i == 0 ? "" : " ".repeat(Widths.GAP);
            boolean last = i == widths.length - 1;
            line = numbers.get(i)
                    ? line.plus(gap + padding).plus(text, cell.role())
                    : line.plus(gap).plus(text, cell.role()).plus(last ? "" : padding);
        }
        return new Line(
                line.spans().stream().filter(span -> !span.text().isEmpty()).toList());
    }
}
