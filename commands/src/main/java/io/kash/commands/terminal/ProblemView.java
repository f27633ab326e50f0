package io.kash.commands.terminal;

import io.kash.surgery.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows a problem:
 *
 * <pre>
 * error: there is no environment 'prod'
 *   where: environments.yaml
 *   why:   it names lab, staging
 *   next:  env list
 * </pre>
 */
public final class ProblemView {
    private ProblemView() {}

    public static List<Line> lines(Problem problem) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("error: ", Role.BAD).plus(problem.what()));
        add(lines, "  where: ", problem.where());
        add(lines, "  why:   ", problem.why());
        add(lines, "  next:  ", problem.next());
        return lines;
    }

    private static void add(List<Line> lines, String label, String text) {
        if (!text.isBlank()) {
            lines.add(Line.of(label, Role.FAINT).plus(text));
        }
    }
}
