package io.kash.shell.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.FakePrompter;
import io.kash.commands.fake.RecordingScreen;
import io.kash.commands.session.Interrupts;
import io.kash.commands.session.Session;
import io.kash.commands.verb.Outcome;
import io.kash.commands.verb.Verb;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.Option;
import io.kash.completions.signature.Signature;
import io.kash.completions.signature.ValueType;
import io.kash.shell.fake.FakeVerb;
import io.kash.shell.fake.Modes;
import io.kash.shell.session.ShellSession;
import io.kash.shell.start.TestShell;
import io.kash.surgery.audit.Entry;
import io.kash.surgery.audit.Head;
import io.kash.surgery.audit.SessionJournal;
import io.kash.surgery.fake.FakeConnection;
import io.kash.surgery.fake.SampleEnvironments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionAuditTest {
    private final Path folder;
    private final TestShell shell;

    SessionAuditTest(@TempDir Path folder) {
        this.folder = folder;
        this.shell = TestShell.in(folder).with(SessionAuditTest::verbs);
    }

    /** {@code do} takes any word; {@code touch} opens the connection; {@code fall} fails. */
    private static List<Verb> verbs(Session session) {
        Signature anything = Signature.of("do", "Topics", "Do something")
                .argument(new Argument<>(
                        "words", new ValueType<>(String.class, "word", word -> word), Arity.ANY, "whatever"))
                .option(Option.optional("password", new ValueType<>(String.class, "word", word -> word), "a secret"));
        return List.of(
                new FakeVerb(session, anything, words -> Outcome.DONE),
                new FakeVerb(session, Signature.of("touch", "Topics", "Connect"), words -> {
                    session.connection();
                    return Outcome.DONE;
                }),
                new FakeVerb(session, Signature.of("fall", "Topics", "Fail"), words -> {
                    throw new IllegalStateException("hunter2");
                }));
    }

    private Path file(String environment) {
        return shell.state().resolve("audit").resolve(environment + ".jsonl");
    }

    private List<Entry.Deed> deeds(String environment) throws IOException {
        return new SessionJournal(file(environment))
                .read().entries().stream().map(Entry::deed).toList();
    }

    @Test
    void a_command_is_journaled_before_it_runs_and_when_it_has_ended() throws Exception {
        shell.run("-e", "lab", "do", "it", "two words");
        shell.run("-e", "lab", "fall");

        assertThat(deeds("lab"))
                .containsExactly(
                        new Entry.Began("do it 'two words'"),
                        new Entry.Ended(1, "done", 0),
                        new Entry.Began("fall"),
                        new Entry.Ended(3, "failed", 1));
        Entry first = new SessionJournal(file("lab")).read().entries().get(0);
        assertThat(first.at()).isEqualTo(TestShell.NOW);
        assertThat(first.who()).matches("\\S+@\\S+ \\([0-9]+\\)");
        assertThat(Modes.of(file("lab"))).isEqualTo("rw-------");
    }

    @Test
    void each_environment_has_a_journal_of_its_own() throws Exception {
        shell.run("-e", "lab", "do");
        shell.run("-e", "bare", "do");
        shell.run("do");

        assertThat(deeds("lab")).hasSize(2);
        assertThat(deeds("bare")).hasSize(2);
        assertThat(deeds("-")).hasSize(2);
    }

    @Test
    void every_line_of_a_script_is_journaled_as_it_stands_there() throws Exception {
        shell.file("x.ksh", "do ${what}\n  do again\n");

        shell.run("-e", "lab", "run", "x.ksh", "--set", "what=wonder");

        assertThat(deeds("lab"))
                .filteredOn(Entry.Began.class::isInstance)
                .containsExactly(
                        new Entry.Began("run x.ksh --set what=wonder"),
                        new Entry.Began("do ${what}"),
                        new Entry.Began("do again"));
    }

    @Test
    void no_secret_reaches_the_file() throws Exception {
        String planted = "hunter2";
        shell.run("-e", "lab", "do", "--password", planted);
        shell.run("-e", "lab", "do", "--password=" + planted);
        shell.run("-e", "lab", "do", "sasl.jaas.config=x password=\"" + planted + "\";");
        shell.run("-e", "lab", "do", "ssl.keystore.password", planted);
        shell.run("-e", "lab", "do", "api-key:" + planted);
        shell.run("-e", "lab", "fall");
        shell.run("-e", "lab", planted);
        shell.run("-e", "lab", "do", "--unknown", planted);
        shell.file("x.ksh", "do --password ${p}\n").run("-e", "lab", "run", "x.ksh", "--set", "password=" + planted);
        shell.file("y.ksh", "do ${env:X}\n").run("-e", "lab", "run", "y.ksh");

        assertThat(Files.readString(file("lab"))).doesNotContain(planted);
        assertThat(deeds("lab")).contains(new Entry.Began("do [withheld: it may hold a secret]"));
        assertThat(new SessionJournal(file("lab")).read().broken()).isEmpty();
    }

    @Test
    void a_journal_that_cannot_be_written_is_said_and_keeps_no_command_from_running() throws Exception {
        Files.createDirectories(file("lab"));

        TestShell.Result result = shell.run("-e", "lab", "do");

        assertThat(result.code()).isZero();
        assertThat(result.err())
                .startsWith("note: this session is not journaled: " + file("lab"))
                .containsOnlyOnce("not journaled");
    }

    @Test
    void its_end_is_noted_in_the_store_of_an_environment_that_was_connected_to() throws Exception {
        FakeConnection connection = new FakeConnection(SampleEnvironments.lab(), scope -> {
            throw new AssertionError("nothing here looks");
        });
        ShellSession session = new ShellSession(
                SampleEnvironments::both,
                environment -> connection,
                RecordingScreen.pipe(),
                FakePrompter.nobody(),
                Interrupts.NEVER);
        session.choose(SampleEnvironments.lab());
        SessionJournal journal = new SessionJournal(folder.resolve("lab.jsonl"));
        Origin origin = new Origin("ada", "bastion", 4711, "10.9.8.7");
        SessionAudit audit =
                new SessionAudit(session, environment -> journal, origin, Clock.fixed(TestShell.NOW, ZoneOffset.UTC));

        audit.began("do", "do", true).ended(Outcome.DONE);
        assertThat(Head.kept(connection.store(), origin.place())).isEmpty();

        session.connection();
        audit.began("do", "do", true).ended(Outcome.TIMED_OUT);
        assertThat(Head.kept(connection.store(), origin.place())).isEmpty();

        audit.began("topics list", "topics list", false).ended(Outcome.DONE);
        audit.began("drain", "drain 1 --dry-run", true).ended(Outcome.DONE);
        assertThat(Head.kept(connection.store(), origin.place())).isEmpty();

        audit.began("do", "do", true).ended(Outcome.DONE);
        assertThat(Head.kept(connection.store(), origin.place()))
                .contains(journal.read().head())
                .get()
                .extracting(Head::lines)
                .isEqualTo(10L);

        for (int i = 0; i < 9; i++) {
            audit.began("do", "do", true).ended(Outcome.DONE);
        }
        assertThat(Head.kept(connection.store(), origin.place()).orElseThrow().lines())
                .isEqualTo(10);
        audit.began("do", "do", true).ended(Outcome.DONE);
        assertThat(Head.kept(connection.store(), origin.place()).orElseThrow().lines())
                .isEqualTo(30);
    }

    @Test
    void an_origin_over_ssh_is_named() {
        assertThat(Origin.of(Map.of("USER", "ada", "SSH_CONNECTION", "10.9.8.7 50000 10.0.0.1 22"), "bastion"))
                .extracting(Origin::from, Origin::place)
                .containsExactly("10.9.8.7", "bastion-ada");
        assertThat(Origin.of(Map.of("USER", "ada"), "bastion").from()).isEmpty();
    }
}
