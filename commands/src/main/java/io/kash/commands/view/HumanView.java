package io.kash.commands.view;

import io.kash.commands.terminal.Escaping;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.ProblemView;
import io.kash.commands.terminal.Role;
import io.kash.commands.terminal.Screen;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer for people. Parts with a title stand apart and are indented below it; parts of one line stand together:
 *
 * <pre>
 * Broker 11
 *   Address  10.0.1.11:9092
 *   Rack     a
 *
 * Log directories
 *   DIRECTORY   STATE  USED
 *   /var/kafka  ok     71 %
 * </pre>
 */
final class HumanView implements AnswerView {
    private static final int MARGIN = 2;

    private final boolean all;

    HumanView(boolean all) {
        this.all = all;
    }

    @Override
    public void show(Answer answer, Screen screen) {
        Frame frame = Frame.of(screen, all);
        int before = 0;
        for (Section section : answer.sections()) {
            List<Line> lines = lines(section, frame);
            if (before > 1 || (before == 1 && lines.size() > 1)) {
                screen.data(Line.EMPTY);
            }
            screen.data(lines);
            before = lines.size();
        }
        answer.notes()
                .forEach(note -> screen.note(Line.of("note: ", Role.WARNING).plus(note)));
        answer.problems().forEach(problem -> screen.note(ProblemView.lines(problem)));
    }

    private static List<Line> lines(Section section, Frame frame) {
        if (section instanceof Facts facts) {
            return under(facts.title(), facts(facts, frame), MARGIN);
        }
        if (section instanceof Rows<?> rows) {
            return rows(rows, frame);
        }
        return List.of(((Unread) section).title());
    }

    private static <T> List<Line> rows(Rows<T> rows, Frame frame) {
        int margin = rows.title().equals(Line.EMPTY) ? 0 : MARGIN;
        List<Line> lines = new ArrayList<>();
        if (!rows.rows().isEmpty() && rows.told().isPresent()) {
            int width = frame.within(margin).width();
            rows.rows().forEach(row -> lines.addAll(rows.told().get().lines(row, width)));
        } else if (!rows.rows().isEmpty()) {
            lines.addAll(TableLines.lines(rows.table(), rows.rows(), rows.most(), frame.within(margin)));
        } else if (!rows.none().isEmpty()) {
            lines.add(Line.of(rows.none()));
        }
        return under(rows.title(), lines, margin);
    }

    private static List<Line> facts(Facts facts, Frame frame) {
        List<Fact> shown =
                facts.facts().stream().filter(fact -> !fact.label().isEmpty()).toList();
        int labels = shown.stream()
                .mapToInt(fact -> TextWidth.of(fact.label()))
                .max()
                .orElse(0);
        int room = frame.within(MARGIN + labels + Widths.GAP).width();
        return shown.stream().map(fact -> fact(fact, labels, room)).toList();
    }

    private static Line fact(Fact fact, int labels, int room) {
        String padding = " ".repeat(labels - TextWidth.of(fact.label()) + Widths.GAP);
        String text = TextWidth.cut(Escaping.escape(fact.shown().text()), Math.max(Widths.LEAST, room));
        return Line.of(fact.label(), Role.FAINT)
                .plus(padding)
                .plus(text, fact.shown().role());
    }

    private static List<Line> under(Line title, List<Line> lines, int margin) {
        if (title.equals(Line.EMPTY)) {
            return lines;
        }
        List<Line> all = new ArrayList<>(List.of(title));
        lines.forEach(line -> all.add(indented(line, margin)));
        return all;
    }

    private static Line indented(Line line, int margin) {
        Line indented = Line.of(" ".repeat(margin));
        for (var span : line.spans()) {
            indented = indented.plus(span.text(), span.role());
        }
        return indented;
    }
}
