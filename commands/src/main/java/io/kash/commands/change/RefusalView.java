package io.kash.commands.change;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.surgery.plan.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * All refusals at once, each with the fact, the limit, and what lifts it:
 *
 * <pre>
 * Refused, nothing was changed:
 *   x broker 13 is not registered
 *       limit  replicas go only to brokers that are up
 *       lift   start it, or name another broker
 * </pre>
 */
final class RefusalView {
    private RefusalView() {}

    static List<Line> lines(List<Finding> refusals) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("Refused, nothing was changed:", Role.BAD));
        for (Finding refusal : refusals) {
            lines.add(Line.of("  x ", Role.BAD).plus(refusal.what()));
            lines.add(Line.of("      limit  ", Role.FAINT).plus(refusal.limit()));
            lines.add(Line.of("      lift   ", Role.FAINT).plus(refusal.lift()));
        }
        return lines;
    }
}
