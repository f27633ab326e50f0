package io.kash.shell.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.verb.Outcome;
import io.kash.completions.signature.Signature;
import io.kash.shell.fake.FakeVerb;
import io.kash.shell.start.TestShell.Result;
import io.kash.shell.verb.Version;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
    private final TestShell shell;

    ShellTest(@TempDir Path folder) {
        shell = TestShell.in(folder);
    }

    @Test
    void words_reach_the_command_as_they_came() {
        assertThat(shell.run("topics", "show", "a  'b")).isEqualTo(new Result(0, "topics show\n", ""));
    }

    @Test
    void the_version_is_told_with_an_option_and_with_a_command() {
        String version = Version.text() + "\n";

        assertThat(shell.run("--version")).isEqualTo(new Result(0, version, ""));
        assertThat(shell.run("version")).isEqualTo(new Result(0, version, ""));
    }

    @Test
    void help_of_the_process_names_its_options_and_lists_the_commands() {
        Result result = shell.run("--help");

        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("kash [-e <environment>]").contains("\nSession\n  clear ");
    }

    @Test
    void an_unknown_environment_is_a_usage_error() {
        assertThat(shell.run("-e", "nowhere", "version"))
                .isEqualTo(
                        new Result(
                                64,
                                "",
                                """
                        error: there is no environment 'nowhere'
                          where: environments.yaml
                          why:   it names bare, lab
                          next:  env list
                        """));
    }

    @Test
    void an_unknown_option_before_the_command_is_a_usage_error() {
        assertThat(shell.run("--envronment", "lab", "version"))
                .isEqualTo(
                        new Result(
                                64,
                                "",
                                """
                        error: kash has no option --envronment
                          why:   before the command stand -e <environment>, --environments <file>, --help, --version
                          next:  kash --help
                        """));
        assertThat(shell.run("-e").code()).isEqualTo(64);
        assertThat(shell.run("-e", "--version").code()).isEqualTo(64);
    }

    @Test
    void nothing_is_asked_off_a_terminal() {
        Result result = shell.with(session -> List.of(new FakeVerb(
                        session,
                        Signature.of("ask", "Topics", "Ask"),
                        words -> session.prompter().interactive() ? Outcome.FAILED : Outcome.DECLINED)))
                .run("ask");

        assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void connect_chooses_an_environment_the_file_names() {
        assertThat(shell.run("connect", "lab")).isEqualTo(new Result(0, "", ""));
        assertThat(shell.run("connect", "nowhere").code()).isEqualTo(64);
    }
}
