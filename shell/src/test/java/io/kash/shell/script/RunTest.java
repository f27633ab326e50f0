package io.kash.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Line;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.completions.signature.Signature;
import io.kash.shell.fake.FakeVerb;
import io.kash.shell.fake.Modes;
import io.kash.shell.start.TestShell;
import io.kash.shell.start.TestShell.Result;
import io.kash.surgery.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    private final Path folder;

    private final List<String> ran = new ArrayList<>();
    private Outcome refusing = Outcome.REFUSED;

    RunTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private TestShell shell() {
        return TestShell.in(folder).with(this::verbs);
    }

    private List<Verb> verbs(Session session) {
        return List.of(
                step(session, "one", Outcome.DONE),
                step(session, "two", Outcome.DONE),
                step(session, "plan", Outcome.CHANGES_PENDING),
                new FakeVerb(session, Signature.of("refuse", "Topics", "Refuse"), words -> refuse()),
                new FakeVerb(session, Signature.of("batch", "Topics", "Tell"), words -> {
                    session.screen().data(Line.of(session.batch().toString()));
                    return Outcome.DONE;
                }),
                FakeVerb.usual(session).get(2));
    }

    private Outcome refuse() {
        if (refusing == Outcome.REFUSED) {
            throw new Problem(Problem.Kind.REFUSED, "it would do harm", "", "", "").asException();
        }
        return refusing;
    }

    private Verb step(Session session, String name, Outcome outcome) {
        return new FakeVerb(session, Signature.of(name, "Topics", "Do " + name), words -> {
            ran.add(name
                    + session.environment()
                            .map(environment -> " in " + environment.name())
                            .orElse(""));
            return outcome;
        });
    }

    @Test
    void lines_run_one_after_the_other_and_are_shown_on_standard_error() {
        Result result = shell().file("a.ksh", "# a comment\n\none\n  two   # and another\n")
                .run("run", "a.ksh");

        assertThat(result).isEqualTo(new Result(0, "", "+ one\n+ two   # and another\n"));
        assertThat(ran).containsExactly("one", "two");
    }

    @Test
    void the_first_failure_stops_the_run_names_its_line_and_is_its_exit_code() {
        Result result = shell().file("a.ksh", "one\n\n# more\nrefuse\ntwo\n").run("run", "a.ksh");

        assertThat(result)
                .isEqualTo(
                        new Result(
                                4,
                                "",
                                """
                        + one
                        + refuse
                        error: it would do harm
                        kash: a.ksh:4: stopped (exit 4: refused)
                        """));
        assertThat(ran).containsExactly("one");
    }

    @Test
    void every_line_is_checked_before_the_first_one_runs() {
        Result result = shell().file("a.ksh", "one\ntow\ntopics show ${x}\ntopics show\n'open\n")
                .run("run", "a.ksh");

        assertThat(result)
                .isEqualTo(
                        new Result(
                                64,
                                "",
                                """
                        error: there is no command 'tow'
                          where: a.ksh:2
                          why:   did you mean 'two'?
                          next:  help two
                        error: there is no variable 'x'
                          where: a.ksh:3
                          why:   none is given
                          next:  run … --set x=<value>
                        error: <topic> is missing
                          where: a.ksh:4
                          next:  help topics show
                        error: a quote is not closed
                          where: a.ksh:5
                          why:   the line ends within single quotes
                        """));
        assertThat(ran).isEmpty();
    }

    @Test
    void variables_keep_their_commas_and_blanks() {
        Result result = shell().file("a.ksh", "topics show ${name}\n")
                .run("run", "a.ksh", "--set", "name=a b,c", "--set", "other=");

        assertThat(result).isEqualTo(new Result(0, "topics show\n", "+ topics show ${name}\n"));
    }

    @Test
    void a_backslash_at_the_end_of_a_line_joins_it_with_the_next() {
        Result result = shell().file("a.ksh", "topics \\\n  show a\none\n").run("run", "a.ksh");

        assertThat(result.err()).isEqualTo("+ topics \\\n+   show a\n+ one\n");
        assertThat(result.code()).isZero();
    }

    @Test
    void a_dry_run_shows_every_line_and_says_that_there_are_changes_to_make() {
        Result result = shell().file("a.ksh", "plan\none\n").run("run", "a.ksh", "--dry-run");

        assertThat(result.code()).isEqualTo(2);
        assertThat(ran).containsExactly("plan", "one");
    }

    @Test
    void commands_see_what_the_run_said_and_so_do_scripts_within_it() {
        Result result = shell().file("outer.ksh", "run inner.ksh --dry-run\nbatch\n")
                .file("inner.ksh", "batch\n")
                .run("run", "outer.ksh", "--confirm", "lab");

        assertThat(result.out())
                .isEqualTo(
                        """
                        Batch[dryRun=true, confirm=Optional[lab]]
                        Batch[dryRun=false, confirm=Optional[lab]]
                        """);
    }

    @Test
    void expectations_are_skipped_in_a_dry_run() {
        Result result = shell().file("a.ksh", "expect 'a' topics show b\n").run("run", "a.ksh", "--dry-run");

        assertThat(result).isEqualTo(new Result(0, "", "+ expect 'a' topics show b\nskipped in a dry run\n"));
    }

    @Test
    void resume_goes_on_from_the_line_that_failed() {
        TestShell shell = shell().file("a.ksh", "one\nrefuse\ntwo\n");
        shell.run("-e", "lab", "run", "a.ksh");
        refusing = Outcome.DONE;

        Result resumed = shell.run("-e", "lab", "run", "a.ksh", "--resume");

        assertThat(resumed).isEqualTo(new Result(0, "", "+ refuse\n+ two\n"));
        assertThat(ran).containsExactly("one in lab", "two in lab");
        assertThat(shell.run("-e", "lab", "run", "a.ksh", "--resume").code()).isEqualTo(64);
    }

    @Test
    void what_is_left_of_a_script_runs_in_the_environment_it_would_have() {
        TestShell shell = shell().file("a.ksh", "one\nconnect bare\nrefuse\ntwo\n");
        shell.run("run", "a.ksh");
        refusing = Outcome.DONE;

        shell.run("run", "a.ksh", "--resume");

        assertThat(ran).containsExactly("one", "two in bare");
    }

    @Test
    void a_script_that_was_edited_or_is_for_another_environment_is_not_resumed() {
        TestShell shell = shell().file("a.ksh", "one\nrefuse\n");
        shell.run("-e", "lab", "run", "a.ksh");

        assertThat(shell.run("-e", "bare", "run", "a.ksh", "--resume").code()).isEqualTo(64);
        shell.file("a.ksh", "one\nrefuse\n# more\n");
        assertThat(shell.run("-e", "lab", "run", "a.ksh", "--resume").err())
                .startsWith("error: there is nothing to resume\n  where: a.ksh\n");
    }

    @Test
    void the_place_it_stopped_at_is_kept_where_nobody_else_reads() throws Exception {
        TestShell shell = shell().file("a.ksh", "refuse\n");
        shell.run("run", "a.ksh");

        try (var files = Files.list(shell.state().resolve("scripts"))) {
            assertThat(files).singleElement().satisfies(file -> assertThat(Modes.of(file))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void a_script_that_runs_itself_ends() {
        Result result = shell().file("a.ksh", "run a.ksh\n").run("run", "a.ksh");

        assertThat(result.code()).isEqualTo(64);
        assertThat(result.err()).contains("error: scripts run scripts too deep\n");
    }

    @Test
    void standard_input_is_a_script_only_when_it_is_named() {
        assertThat(shell().typing("one\n").run("run", "-")).isEqualTo(new Result(0, "", "+ one\n"));
        assertThat(shell().typing("one\n").run())
                .isEqualTo(
                        new Result(
                                64,
                                "",
                                """
                        error: there is no command, and standard input is not a terminal
                          why:   commands are not read from a pipe by themselves
                          next:  kash -e <environment> run - < file.ksh
                        """));
    }

    @Test
    void a_missing_script_is_a_usage_error() {
        Result result = shell().run("run", "none.ksh");

        assertThat(result.code()).isEqualTo(64);
        assertThat(result.err()).startsWith("error: there is no script ");
    }

    @Test
    void exit_ends_the_script() {
        assertThat(shell().file("a.ksh", "one\nexit\ntwo\n").run("run", "a.ksh").code())
                .isZero();
        assertThat(ran).containsExactly("one");
    }
}
