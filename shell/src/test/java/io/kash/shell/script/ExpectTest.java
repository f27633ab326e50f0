package io.kash.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.session.Session;
import io.kash.commands.verb.Verb;
import io.kash.shell.fake.FakeVerb;
import io.kash.shell.start.TestShell;
import io.kash.shell.start.TestShell.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectTest {
    private final Path folder;

    private List<String> documents = List.of("{\"brokers\": [{\"id\": 1}], \"moving\": 3, \"zero\": 0}");

    ExpectTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private TestShell shell() {
        return TestShell.in(folder).with(this::verbs);
    }

    private List<Verb> verbs(Session session) {
        List<Verb> verbs = new ArrayList<>(FakeVerb.usual(session));
        verbs.add(FakeVerb.answering(session, "status", documents));
        return verbs;
    }

    @Test
    void what_is_so_passes_in_silence() {
        assertThat(shell().run("expect", "length(brokers) == `1`", "status")).isEqualTo(new Result(0, "", ""));
        assertThat(shell().run("expect", "zero", "status").code()).isZero();
    }

    @Test
    void what_is_not_so_fails_and_shows_what_was_seen() {
        assertThat(shell().run("expect", "moving == `0`", "status"))
                .isEqualTo(
                        new Result(
                                1,
                                "",
                                """
                        not so: moving == `0`
                          gave: false
                          seen: {
                                  "brokers" : [ {
                                    "id" : 1
                                  } ],
                                  "moving" : 3,
                                  "zero" : 0
                                }
                        """));
    }

    @Test
    void what_is_empty_or_absent_is_not_true() {
        for (String query : List.of("absent", "brokers[?id == `2`]", "''", "`false`", "`{}`")) {
            assertThat(shell().run("expect", query, "status").code()).as(query).isEqualTo(1);
        }
    }

    @Test
    void an_expression_that_is_none_is_a_usage_error() {
        assertThat(shell().run("expect", "a[", "status").code()).isEqualTo(64);
    }

    @Test
    void only_commands_that_read_can_be_looked_at() {
        Result result = shell().run("expect", "a", "topics", "move", "--topics", "b");

        assertThat(result.code()).isEqualTo(64);
        assertThat(result.err()).startsWith("error: 'topics move' is not a command that reads\n");
    }

    @Test
    void waiting_ends_as_soon_as_it_is_so() {
        documents = List.of("{\"moving\": 2}", "{\"moving\": 1}", "{\"moving\": 0}");
        TestShell shell = shell();

        Result result = shell.run("wait", "moving == `0`", "status");

        assertThat(result).isEqualTo(new Result(0, "", "waiting 0 s of 60 s for moving == `0`\n"));
        assertThat(shell.ticker().nanos()).isEqualTo(2_000_000_000L);
    }

    @Test
    void waiting_gives_up_when_time_is_up() {
        documents = List.of("{\"moving\": 2}");

        Result result = shell().run("wait", "--timeout", "6s", "moving == `0`", "status");

        assertThat(result)
                .isEqualTo(
                        new Result(
                                7,
                                "",
                                """
                        waiting 0 s of 6 s for moving == `0`
                        waiting 5 s of 6 s for moving == `0`
                        gave up after 6 s
                        not so: moving == `0`
                          gave: false
                          seen: {
                                  "moving" : 2
                                }
                        """));
    }
}
