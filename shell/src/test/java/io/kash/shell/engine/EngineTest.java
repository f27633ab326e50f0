package io.kash.shell.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.session.Session;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.commands.verb.Words;
import io.kash.completions.signature.Signature;
import io.kash.shell.fake.FakeVerb;
import io.kash.shell.fake.Modes;
import io.kash.shell.start.TestShell;
import io.kash.shell.start.TestShell.Result;
import io.kash.surgery.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineTest {
    private final Path folder;

    EngineTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Result running(Function<Words, Outcome> deed) {
        return TestShell.in(folder)
                .with(session -> List.of(verb(session, deed)))
                .run("do");
    }

    private static Verb verb(Session session, Function<Words, Outcome> deed) {
        return new FakeVerb(session, Signature.of("do", "Topics", "Do something"), deed);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void the_outcome_of_a_command_is_the_exit_code_of_the_process(Outcome outcome) {
        assertThat(running(words -> outcome)).isEqualTo(new Result(outcome.code(), "", ""));
    }

    @ParameterizedTest
    @EnumSource(Problem.Kind.class)
    void a_problem_is_shown_and_its_kind_is_the_exit_code(Problem.Kind kind) {
        Result result = running(words -> {
            throw new Problem(kind, "it failed", "here", "just so", "try again").asException();
        });

        assertThat(result)
                .isEqualTo(new Result(
                        Outcome.of(kind).code(),
                        "",
                        "error: it failed\n  where: here\n  why:   just so\n  next:  try again\n"));
    }

    @Test
    void a_defect_is_one_problem_on_the_screen_and_its_stack_trace_a_private_file() throws Exception {
        Result result = running(words -> {
            throw new IllegalStateException("the impossible");
        });

        Path trace = folder.resolve("state/kash/crashes/20260301T140207.000Z.txt");
        assertThat(result)
                .isEqualTo(new Result(
                        1,
                        "",
                        """
                        error: the command failed in a way it should not
                          where: %s
                          why:   IllegalStateException: the impossible
                        """
                                .formatted(trace)));
        assertThat(Files.readString(trace)).contains("at io.kash.shell.engine.EngineTest");
        assertThat(Modes.of(trace)).isEqualTo("rw-------");
    }

    @Test
    void text_of_a_problem_cannot_steer_the_terminal() {
        Result result = running(words -> {
            throw Problem.failed("it failed", "", "\u001b[2J", "").asException();
        });

        assertThat(result.err()).isEqualTo("error: it failed\n  why:   \\x1b[2J\n");
    }
}
