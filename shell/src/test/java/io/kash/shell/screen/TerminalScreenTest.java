package io.kash.shell.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalScreenTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long nanos;

    @Test
    void data_goes_to_standard_output_and_the_rest_to_standard_error() {
        TerminalScreen screen = screen(false, false);

        screen.data(Line.of("data"));
        screen.row(List.of("a\tb", "c"));
        screen.note(Line.of("note"));

        assertThat(text(out)).isEqualTo("data\na\\x09b\tc\n");
        assertThat(text(err)).isEqualTo("note\n");
    }

    @Test
    void roles_are_colours_on_a_terminal_and_nothing_elsewhere() {
        Line line = Line.of("up ").plus("12", Role.GOOD);

        screen(true, true).data(line);
        screen(true, false).data(line);
        screen(false, true).data(line);

        assertThat(text(out)).isEqualTo("up \u001b[32m12\u001b[0m\nup 12\nup 12\n");
    }

    @Test
    void text_from_anywhere_cannot_steer_the_terminal() {
        screen(true, true).data(Line.of("a\u001b[2Jb\u202ec\n"));

        assertThat(text(out)).isEqualTo("a\\x1b[2Jb\\u202ec\\x0a\n");
    }

    @Test
    void a_progress_line_is_rewritten_in_place_and_cut_to_the_width() {
        TerminalScreen screen = screen(true, false);

        screen.progress(Line.of("moving 1"));
        screen.progress(Line.of("moving 2 with a text that is much too long for it"));
        screen.note(Line.of("note"));
        screen.progress(Line.of("moving 3"));
        screen.endProgress();
        screen.endProgress();

        assertThat(text(err))
                .isEqualTo("\r\u001b[Kmoving 1"
                        + "\r\u001b[Kmoving 2 with a text that is much too …"
                        + "\r\u001b[Knote\n"
                        + "\r\u001b[Kmoving 3\n");
    }

    @Test
    void elsewhere_progress_is_printed_every_five_seconds() {
        TerminalScreen screen = screen(false, false);

        for (int second = 0; second <= 10; second++) {
            nanos = second * SECOND;
            screen.progress(Line.of("second " + second));
        }

        assertThat(text(err)).isEqualTo("second 0\nsecond 5\nsecond 10\n");
    }

    @Test
    void width_is_the_terminals_and_without_limit_elsewhere() {
        assertThat(screen(true, false).width()).isEqualTo(40);
        assertThat(screen(false, false).width()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void wide_letters_count_twice() {
        assertThat(Columns.of("日本")).isEqualTo(4);
        assertThat(Columns.cut("日本語", 5)).isEqualTo("日本…");
        assertThat(Columns.cut("abc", 3)).isEqualTo("abc");
    }

    private TerminalScreen screen(boolean terminal, boolean colour) {
        return new TerminalScreen(sink(out, terminal, colour), sink(err, terminal, colour), () -> 40, () -> nanos);
    }

    private static Sink sink(ByteArrayOutputStream bytes, boolean terminal, boolean colour) {
        return new Sink(new PrintStream(bytes, false, StandardCharsets.UTF_8), terminal, colour);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
