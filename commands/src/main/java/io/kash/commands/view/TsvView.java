package io.kash.commands.view;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.ProblemView;
import io.kash.commands.terminal.Role;
import io.kash.commands.terminal.Screen;
import java.util.List;

/**
 * An answer for line-by-line programs: each list with a header line, one row a line, values plain, complete and
 * separated by tabs; an empty line between two parts. Within a value a tab, a line end and a backslash are written
 * {@code \t}, {@code \n}, {@code \r} and {@code \\}; other control characters become {@code \x1b}.
 */
final class TsvView implements AnswerView {
    @Override
    public void show(Answer answer, Screen screen) {
        boolean first = true;
        for (Section section : answer.sections()) {
            if (!first) {
                screen.data(Line.EMPTY);
            }
            first = false;
            if (section instanceof Rows<?> rows) {
                show(rows, screen);
            } else if (section instanceof Facts facts) {
                facts.facts().forEach(fact -> screen.row(List.of(fact.name(), cell(fact.value()))));
            } else {
                screen.row(List.of(section.name(), "unread"));
            }
        }
        answer.notes()
                .forEach(note -> screen.note(Line.of("note: ", Role.WARNING).plus(note)));
        answer.problems().forEach(problem -> screen.note(ProblemView.lines(problem)));
    }

    private static <T> void show(Rows<T> rows, Screen screen) {
        List<Column<T>> columns = rows.table().columns();
        screen.row(columns.stream().map(Column::name).toList());
        for (T row : rows.rows()) {
            screen.row(columns.stream()
                    .map(column -> cell(column.value().apply(row)))
                    .toList());
        }
    }

    private static String cell(Object value) {
        return Written.plain(value)
                .replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
