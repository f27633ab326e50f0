package io.kash.commands.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.Typed;
import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.audit.Entry;
import io.kash.surgery.audit.Head;
import io.kash.surgery.audit.SessionJournal;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    private static final Instant AT = Instant.parse("2026-03-01T14:02:07Z");
    private static final String PLACE = Head.place("bastion", "ada");

    private final SessionJournal journal;
    private final Workplace lab = Workplace.of(Workplace.oldAndNew());

    AuditTest(@TempDir Path folder) {
        this.journal = new SessionJournal(folder.resolve("lab.jsonl"));
    }

    private AuditTrail trail() {
        return new AuditTrail(environment -> journal, PLACE);
    }

    private Outcome show(FakeSession session, String... words) {
        return Typed.run(new AuditShow(session, lab.room(), trail()), words);
    }

    private Outcome verify(FakeSession session) {
        return Typed.run(new AuditVerify(session, lab.room(), trail()));
    }

    private FakeSession again() {
        return lab.session().with(lab.session().recording().another());
    }

    private void typed(Instant at, String command, int code) throws IOException {
        long begun = journal.append(at, Workplace.OPERATOR, "10.9.8.7", new Entry.Began(command));
        journal.append(
                at, Workplace.OPERATOR, "10.9.8.7", new Entry.Ended(begun, code == 0 ? "done" : "refused", code));
    }

    @Test
    void the_newest_comes_first_with_who_from_where_and_how_it_ended() throws Exception {
        typed(AT.minusSeconds(90_000), "status", 0);
        typed(AT.minusSeconds(60), "drain 3", 4);
        journal.append(AT, Workplace.OPERATOR, "", new Entry.Began("topics move \u001b[2J"));
        FakeSession session = again();

        assertThat(show(session)).isEqualTo(Outcome.DONE);

        assertThat(session.recording().data())
                .isEqualTo(
                        """
                AT                    WHO                               JOURNAL  #  WHAT                 RESULT
                2026-03-01T14:02:07Z  ada@bastion (4711)                session  5  topics move \\x1b[2J  did not end
                2026-03-01T14:01:07Z  ada@bastion (4711) from 10.9.8.7  session  3  drain 3              exit 4: refused
                2026-02-28T13:02:07Z  ada@bastion (4711) from 10.9.8.7  session  1  status               exit 0: done
                """);
    }

    @Test
    void since_leaves_out_what_is_older() throws Exception {
        typed(AT.minusSeconds(90_000), "status", 0);
        typed(AT.minusSeconds(60), "drain 3", 4);
        FakeSession session = again();

        show(session, "--since", "24h", "--query", "lines[].what");

        assertThat(session.recording().data().replaceAll("\\s", "")).isEqualTo("[\"drain3\"]");
    }

    @Test
    void an_age_that_is_none_is_refused() {
        assertThatThrownBy(() -> show(again(), "--since", "yesterday"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("90m, 24h or 7d");
    }

    @Test
    void an_operation_is_shown_with_fence_and_plan_hash_and_who_consented() {
        lab.answering("yes").run("topics move --to-new");
        Operation operation = lab.operation();
        FakeSession session = again();

        show(session, "--operation", operation.id().toString(), "--output", "tsv");

        List<String> lines = session.recording().data().lines().toList();
        assertThat(lines).hasSize(operation.lines().size() + 1);
        assertThat(lines.get(0)).isEqualTo("at\twho\tjournal\tseq\tfence\twhat\tresult\tplanHash");
        assertThat(lines.get(lines.size() - 1))
                .startsWith("2026-03-01T14:02:07Z\t" + Workplace.OPERATOR + "\t" + operation.id() + "\t1\t1\tplanned\t")
                .endsWith("\t" + operation.hash().hex());
        assertThat(lines.get(lines.size() - 2)).contains("\tconsented\ttyped yes\t");
    }

    @Test
    void whole_journals_are_said_to_be_so() throws Exception {
        lab.answering("yes").run("topics move --to-new");
        typed(AT, "status", 0);
        assertThat(journal.read().head().keep(lab.store(), PLACE)).isTrue();
        typed(AT, "broker list", 0);
        FakeSession session = again();

        assertThat(verify(session)).isEqualTo(Outcome.DONE);

        String id = lab.operation().id().toString();
        int lines = lab.operation().lines().size();
        assertThat(session.recording().data())
                .isEqualTo("JOURNAL  LINES  STATE\n" + id + " ".repeat(9 - id.length())
                        + String.format("%5d  whole\n", lines)
                        + "session      4  whole, and holds the 2 lines known to the store\n");
    }

    @Test
    void a_changed_line_of_a_session_is_named_and_fails() throws Exception {
        typed(AT, "status", 0);
        typed(AT, "drain 3", 0);
        Files.writeString(journal.file(), Files.readString(journal.file()).replace("drain 3", "drain 4"));
        FakeSession session = again();

        assertThat(verify(session)).isEqualTo(Outcome.FAILED);

        assertThat(session.recording().data()).contains("session      2  line 3 is not as it was written\n");
        assertThat(session.recording().notes()).contains("error: the journal 'session' is not as it was written\n");
    }

    @Test
    void lines_cut_off_at_the_end_show_because_the_store_knows_of_them() throws Exception {
        typed(AT, "status", 0);
        typed(AT, "drain 3", 0);
        assertThat(journal.read().head().keep(lab.store(), PLACE)).isTrue();
        String[] lines = Files.readString(journal.file()).split("\n", -1);
        Files.writeString(journal.file(), lines[0] + "\n" + lines[1] + "\n");
        FakeSession session = again();

        assertThat(verify(session)).isEqualTo(Outcome.FAILED);

        assertThat(session.recording().data()).contains("it was cut: the store knows of 4 lines\n");
    }

    @Test
    void a_journal_written_anew_shows_because_the_store_knows_the_old_one() throws Exception {
        typed(AT, "drain 3", 0);
        assertThat(journal.read().head().keep(lab.store(), PLACE)).isTrue();
        Files.delete(journal.file());
        typed(AT, "status", 0);
        FakeSession session = again();

        assertThat(verify(session)).isEqualTo(Outcome.FAILED);

        assertThat(session.recording().data())
                .contains("it was written anew: line 2 is not the one known to the store\n");
    }

    @Test
    void a_torn_last_line_is_named_and_no_error() throws Exception {
        typed(AT, "status", 0);
        Files.writeString(journal.file(), Files.readString(journal.file()) + "{\"at\":\"2026");
        FakeSession session = again();

        assertThat(verify(session)).isEqualTo(Outcome.DONE);

        assertThat(session.recording().data())
                .contains("session      2  whole; the store knows nothing of it yet; a torn last line was dropped\n");
    }

    @Test
    void a_changed_line_of_an_operation_is_named_and_fails() {
        lab.answering("yes").run("topics move --to-new");
        String id = lab.operation().id().toString();
        String key = "operations/" + id + "/journal/000000";
        Store.Entry entry = lab.store().get(key).orElseThrow();
        lab.store().putIf(key, entry.value().replace("typed yes", "typed no!"), entry.version());
        FakeSession session = again();

        assertThat(verify(session)).isEqualTo(Outcome.FAILED);

        assertThat(session.recording().data())
                .contains("the journal of operation " + id + ", line 3: a line was changed, lost or added");
    }
}
