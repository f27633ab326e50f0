package io.kash.shell.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.terminal.Role;
import io.kash.shell.fake.FakeVerb;
import io.kash.shell.fake.Modes;
import io.kash.shell.grammar.Lexicon;
import io.kash.shell.screen.Ink;
import io.kash.shell.session.PrivateFiles;
import io.kash.surgery.fake.SampleEnvironments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ReplTest {
    private final Path state;

    ReplTest(@TempDir Path state) {
        this.state = state;
    }

    @Test
    void the_prompt_says_in_words_where_the_next_line_will_act() {
        assertThat(prompt(true, ConnectionState.Standing.NOTHING)).isEqualTo("lab (confirm) › ");
        assertThat(prompt(true, new ConnectionState.Standing("unreachable", Role.BAD)))
                .isEqualTo("lab (confirm, unreachable) › ");
        assertThat(prompt(false, ConnectionState.Standing.NOTHING)).isEqualTo("no environment › ");
    }

    @Test
    void each_environment_has_a_history_nobody_else_reads() throws IOException {
        Editor editor = editor("topics list\n topics show hidden\nx --set password=a\ndrain ! 12\n");
        for (int line = 0; line < 2; line++) {
            editor.read("", Optional.of("lab"));
        }
        editor.read("", Optional.of("lab"));
        editor.read("", Optional.of("bare"));

        assertThat(history("lab")).containsExactly("topics list");
        assertThat(history("bare")).containsExactly("drain ! 12");
        assertThat(Modes.of(state.resolve("history/lab"))).isEqualTo("rw-------");
        assertThat(Modes.of(state.resolve("history"))).isEqualTo("rwx------");
    }

    @Test
    void what_is_no_command_is_not_stored_for_it_may_be_a_password_typed_too_early() throws IOException {
        Editor editor = editor("hunter2\ntopics list --hunter3\ntopics lits\ntopics list\n");
        for (int line = 0; line < 4; line++) {
            editor.read("", Optional.of("lab"));
        }

        assertThat(history("lab")).containsExactly("topics list");
    }

    @Test
    void a_line_that_is_not_finished_goes_on() throws IOException {
        assertThat(editor("topics \\\nlist\n").read("", Optional.empty())).isEqualTo("topics \\\nlist");
        assertThat(editor("show 'a\nb'\n").read("", Optional.empty())).isEqualTo("show 'a\nb'");
    }

    private Editor editor(String typed) throws IOException {
        DumbTerminal terminal = new DumbTerminal(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), OutputStream.nullOutputStream());
        return Editor.on(
                terminal,
                Lexicon.of(FakeVerb.usual(FakeSession.nowhere())),
                type -> List.of(),
                state,
                new PrivateFiles(state));
    }

    private List<String> history(String environment) throws IOException {
        return Files.readAllLines(state.resolve("history").resolve(environment)).stream()
                .map(line -> line.substring(line.indexOf(':') + 1))
                .toList();
    }

    private static String prompt(boolean chosen, ConnectionState.Standing standing) {
        return Prompt.text(
                Prompt.line(chosen ? Optional.of(SampleEnvironments.lab()) : Optional.empty(), standing, false),
                new Ink(false));
    }
}
