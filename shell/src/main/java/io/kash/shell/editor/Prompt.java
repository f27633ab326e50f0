package io.kash.shell.editor;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.shell.screen.Ink;
import io.kash.surgery.environment.Environment;
import java.util.Optional;

/**
 * Says in words where the next line will act: {@code lab (confirm) › }, {@code lab (confirm, unreachable) › },
 * {@code no environment › }.
 */
final class Prompt {
    private Prompt() {}

    static Line line(Optional<Environment> environment, ConnectionState.Standing standing, boolean recording) {
        Line line = environment.map(chosen -> chosen(chosen, standing)).orElse(Line.of("no environment", Role.FAINT));
        return (recording ? line.plus(" recording", Role.WARNING) : line).plus(" › ", Role.FAINT);
    }

    /** For JLine, where percent signs begin patterns. */
    static String text(Line line, Ink ink) {
        return ink.text(line).replace("%", "%%");
    }

    private static Line chosen(Environment environment, ConnectionState.Standing standing) {
        Line line = Line.of(environment.name(), Role.STRONG)
                .plus(" (" + environment.protection().word());
        return standing.text().isEmpty()
                ? line.plus(")")
                : line.plus(", ").plus(standing.text(), standing.role()).plus(")");
    }
}
