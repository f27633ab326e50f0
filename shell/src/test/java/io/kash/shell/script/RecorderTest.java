package io.kash.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.commands.verb.Outcome;
import io.kash.shell.engine.Ran;
import io.kash.shell.fake.Modes;
import io.kash.shell.start.TestShell;
import io.kash.surgery.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private final Path folder;

    private final Recorder recorder = new Recorder(Clock.fixed(TestShell.NOW, ZoneOffset.UTC));

    RecorderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void what_ran_is_written_as_typed_and_what_failed_as_a_comment() throws Exception {
        Path file = start();
        recorder.ran("topics list", ran(Outcome.DONE));
        recorder.ran("topics move --topics 'pay*' --to-new", ran(Outcome.DONE));
        recorder.ran("drain 12", ran(Outcome.REFUSED));
        recorder.ran("topics \\\n  list", ran(Outcome.DONE));

        assertThat(Files.readString(file))
                .isEqualTo(
                        """
                        # Recorded 2026-03-01T14:02:07Z in environment lab
                        topics list
                        topics move --topics 'pay*' --to-new
                        # exit 4: refused: drain 12
                        topics \\
                          list
                        """);
    }

    @Test
    void what_was_no_command_or_steers_the_shell_or_is_private_is_not_written() throws Exception {
        Path file = start();
        recorder.ran("tpoics list", new Ran(false, Outcome.USAGE));
        recorder.ran("help", ran(Outcome.DONE));
        recorder.ran(" topics list", ran(Outcome.DONE));
        recorder.ran("topics list --password=geheim", ran(Outcome.DONE));

        assertThat(Files.readString(file))
                .isEqualTo(
                        """
                        # Recorded 2026-03-01T14:02:07Z in environment lab
                        # a line is left out here: it may hold a secret
                        """);
    }

    @Test
    void what_a_script_would_read_differently_is_quoted() throws Exception {
        Path file = start();
        recorder.ran("topics show #1 ${x}", ran(Outcome.DONE));

        assertThat(Files.readString(file)).endsWith("\ntopics show '#1' $${x}\n");
    }

    @Test
    void nobody_else_can_read_it_and_it_replaces_nothing() throws Exception {
        Path file = start();

        assertThat(Modes.of(file)).isEqualTo("rw-------");
        assertThatThrownBy(() -> new Recorder(Clock.systemUTC()).start(file, Optional.empty()))
                .isInstanceOf(ProblemException.class)
                .hasMessage("the file exists already: a recording replaces nothing");
    }

    @Test
    void nothing_is_written_once_it_is_stopped() throws Exception {
        Path file = start();
        assertThat(recorder.stop()).contains(file);
        recorder.ran("topics list", ran(Outcome.DONE));

        assertThat(Files.readString(file)).doesNotContain("topics list");
        assertThat(recorder.stop()).isEmpty();
    }

    private Path start() {
        Path file = folder.resolve("session.ksh");
        recorder.start(file, Optional.of("lab"));
        return file;
    }

    private static Ran ran(Outcome outcome) {
        return new Ran(true, outcome);
    }
}
