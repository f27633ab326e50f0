package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.shell.screen.Sink;
import io.kash.shell.screen.TerminalScreen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That {@link HostileTextIT} can fail: the same text through a sink that does not escape is found out. */
class HostileTextTest {
    private static final Line LINE = Line.of(HostileText.ASCII, Role.BAD).plus(HostileText.WIDE);

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(shown, false, StandardCharsets.UTF_8);

    @Test
    void a_sink_that_does_not_escape_is_found_out() {
        stream.print(LINE.text());
        stream.flush();

        assertThat(HostileText.dangers(HostileText.withoutOwnControls(text())))
                .containsExactly("U+001B", "U+000D", "U+0007", "U+007F", "U+202E", "U+009B", "U+0085", "U+200B");
    }

    @Test
    void the_screen_lets_its_own_colours_through_and_nothing_else() {
        TerminalScreen screen = new TerminalScreen(
                new Sink(stream, true, true), new Sink(stream, true, true), () -> 200, System::nanoTime);

        screen.data(LINE);
        screen.note(LINE);
        screen.row(List.of(HostileText.ASCII, HostileText.WIDE));

        assertThat(text()).contains("\u001b[31m" + HostileText.ASCII_SHOWN + "\u001b[0m" + HostileText.WIDE_SHOWN);
        assertThat(HostileText.dangers(HostileText.withoutOwnControls(text()))).isEmpty();
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
