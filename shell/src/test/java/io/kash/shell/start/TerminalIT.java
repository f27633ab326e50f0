package io.kash.shell.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.terminal.AtTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shell as a person meets it: at a terminal, with keys. */
@Timeout(120)
class TerminalIT {
    private final Path folder;

    TerminalIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("environments.yaml"), "");
    }

    @Test
    void keys_do_what_people_expect() throws IOException {
        try (AtTerminal terminal = start("-e", "lab")) {
            terminal.await("lab (confirm) › ");
            terminal.type("topics li\t");
            terminal.await("list");
            terminal.type("\r");
            terminal.await("topics list");

            terminal.await("lab (confirm) › ");
            terminal.type("half a line\u0003");
            terminal.await("lab (confirm) › ");

            terminal.type("linger\r");
            terminal.await("lingering");
            terminal.type("\u0003");
            terminal.await("Stopping at the next safe point. Ctrl-C again leaves at once.");
            terminal.type("\u0003");
            terminal.await("Leaving at once.");
            terminal.await("asked to stop 2 times");

            terminal.await("lab (confirm) › ");
            terminal.type("\u0004");
            assertThat(terminal.exitCode()).isZero();
        }
        assertThat(Files.readString(folder.resolve("state/kash/history/lab"))).contains(":topics list", ":linger");
    }

    @Test
    void an_answer_is_no_line_of_the_history_and_nothing_typed_ahead_is_an_answer() throws IOException {
        try (AtTerminal terminal = start()) {
            terminal.await("no environment › ");
            terminal.type("ask\ryes\r");
            terminal.await("asking");
            terminal.await("Type yes:");
            terminal.type("no\r");
            terminal.await("answered <no>");
            terminal.await("no environment › ");
            terminal.type("exit\r");
            assertThat(terminal.exitCode()).isZero();
        }
        assertThat(Files.readString(folder.resolve("state/kash/history/-"))).doesNotContain("yes", ":no");
    }

    @Test
    void a_single_command_asks_at_a_terminal_as_well() throws IOException {
        try (AtTerminal terminal = start("ask")) {
            terminal.await("Type yes:");
            terminal.type("yes\r");
            terminal.await("answered <yes>");
            assertThat(terminal.exitCode()).isZero();
        }
        try (AtTerminal terminal = start("ask")) {
            terminal.await("Type yes:");
            terminal.type("\u0003");
            terminal.await("answered <nothing>");
            assertThat(terminal.exitCode()).isEqualTo(3);
        }
    }

    @Test
    void ctrl_c_stops_a_single_command() throws IOException {
        try (AtTerminal terminal = start("linger")) {
            terminal.await("lingering");
            terminal.type("\u0003");
            terminal.await("Stopping at the next safe point.");
            terminal.type("\u0003");
            terminal.await("asked to stop 2 times");
            assertThat(terminal.exitCode()).isEqualTo(130);
        }
    }

    @Test
    void a_terminal_that_does_not_know_its_size_is_good_enough() throws IOException {
        try (AtTerminal terminal = start(0)) {
            terminal.await("no environment › ");
            terminal.type("exit\r");
            assertThat(terminal.exitCode()).isZero();
        }
    }

    private AtTerminal start(String... args) throws IOException {
        return start(100, args);
    }

    private AtTerminal start(int columns, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PtyShell.class.getName()));
        command.addAll(List.of(args));
        return AtTerminal.start(folder, columns, command);
    }
}
