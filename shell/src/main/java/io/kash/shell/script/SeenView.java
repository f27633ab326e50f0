package io.kash.shell.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * What was seen where something else was expected:
 *
 * <pre>
 * not so: length(partitions) == `0`
 *   gave: false
 *   seen: { "partitions" : [ …
 * </pre>
 */
final class SeenView {
    private static final int MOST_LINES = 20;

    private SeenView() {}

    static List<Line> lines(Query query, Look look) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("not so: ", Role.BAD).plus(query.text()));
        if (look instanceof Look.Seen seen) {
            lines.add(Line.of("  gave: ", Role.FAINT)
                    .plus(query.on(seen.document()).toString()));
            seen(seen.document(), lines);
        } else if (look instanceof Look.Failed failed) {
            lines.add(Line.of("  the command ended with ", Role.FAINT).plus(ScriptRunner.said(failed.outcome())));
            lines.addAll(failed.notes());
        }
        return lines;
    }

    private static void seen(JsonNode document, List<Line> lines) {
        List<String> text = document.toPrettyString().lines().toList();
        for (int i = 0; i < Math.min(MOST_LINES, text.size()); i++) {
            lines.add(Line.of(i == 0 ? "  seen: " : "        ", Role.FAINT).plus(text.get(i)));
        }
        if (text.size() > MOST_LINES) {
            lines.add(Line.of("        … " + (text.size() - MOST_LINES) + " more lines", Role.FAINT));
        }
    }
}
