package io.kash.surgery.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kash.surgery.fake.FakeStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionJournalTest {
    private static final Instant AT = Instant.parse("2026-03-01T14:02:07Z");
    private static final String ADA = "ada@bastion (4711)";

    private final Path file;
    private final SessionJournal journal;

    SessionJournalTest(@TempDir Path folder) {
        this.file = folder.resolve("audit/lab.jsonl");
        this.journal = new SessionJournal(file);
    }

    private void three() throws IOException {
        long begun = journal.append(AT, ADA, "10.9.8.7", new Entry.Began("topics move --to-new"));
        journal.append(AT, ADA, "10.9.8.7", new Entry.Ended(begun, "done", 0));
        journal.append(AT, ADA, "", new Entry.Began("status # schön \u2028 \u0085"));
    }

    @Test
    void what_was_appended_is_read_back() throws Exception {
        three();

        Reading reading = journal.read();

        assertThat(reading.entries())
                .containsExactly(
                        new Entry(1, AT, ADA, "10.9.8.7", new Entry.Began("topics move --to-new")),
                        new Entry(2, AT, ADA, "10.9.8.7", new Entry.Ended(1, "done", 0)),
                        new Entry(3, AT, ADA, "", new Entry.Began("status # schön \u2028 \u0085")));
        assertThat(reading.broken()).isEmpty();
        assertThat(reading.torn()).isFalse();
    }

    @Test
    void a_journal_nobody_has_written_to_is_empty_and_well() throws Exception {
        assertThat(journal.read()).isEqualTo(new Reading(List.of(), List.of(), OptionalInt.empty(), false));
    }

    @Test
    void the_file_is_its_owners_alone_and_each_line_is_json() throws Exception {
        three();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(Objects.requireNonNull(file.getParent()))))
                .isEqualTo("rwx------");
        for (String line : Files.readString(file).split("\n", -1)) {
            if (!line.isEmpty()) {
                assertThat(new ObjectMapper().readTree(line).get("seal").asText())
                        .matches("[0-9a-f]{64}");
            }
        }
    }

    @Test
    void every_byte_that_is_changed_is_found() throws Exception {
        three();
        byte[] good = Files.readAllBytes(file);

        for (int at = 0; at < good.length; at++) {
            for (int bit : new int[] {0x01, 0x20, 0x80}) {
                byte[] bad = good.clone();
                bad[at] = (byte) (bad[at] ^ bit);
                Files.write(file, bad);

                Reading reading = journal.read();

                int line = 1 + newlines(good, at);
                if (at == good.length - 1) {
                    assertThat(reading.torn()).as("byte %d", at).isTrue();
                    assertThat(reading.entries()).hasSize(2);
                } else {
                    assertThat(reading.broken()).as("byte %d", at).hasValue(line);
                    assertThat(reading.entries()).as("byte %d", at).hasSize(line - 1);
                }
            }
        }
    }

    @Test
    void a_file_cut_anywhere_never_seems_to_hold_more_than_it_does() throws Exception {
        three();
        byte[] whole = Files.readAllBytes(file);
        Head head = journal.read().head();

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            Reading reading = journal.read();

            int lines = newlines(whole, length);
            boolean betweenLines = length == 0 || whole[length - 1] == '\n';
            assertThat(reading.entries()).as("cut at %d", length).hasSize(lines);
            assertThat(reading.broken()).as("cut at %d", length).isEmpty();
            assertThat(reading.torn()).as("cut at %d", length).isEqualTo(!betweenLines);
            assertThat(reading.holds(head)).as("cut at %d", length).isFalse();
        }
    }

    @Test
    void a_line_taken_out_moved_or_repeated_is_found() throws Exception {
        three();
        List<String> lines = Files.readString(file).lines().toList();

        assertThat(brokenAfter(lines.get(0), lines.get(2))).hasValue(2);
        assertThat(brokenAfter(lines.get(1), lines.get(2))).hasValue(1);
        assertThat(brokenAfter(lines.get(0), lines.get(0), lines.get(1))).hasValue(2);
        assertThat(brokenAfter(lines.get(1), lines.get(0), lines.get(2))).hasValue(1);
    }

    private OptionalInt brokenAfter(String... lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
        return journal.read().broken();
    }

    @Test
    void the_next_line_is_written_in_the_place_of_a_torn_one() throws Exception {
        three();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 7));

        long seq = journal.append(AT, ADA, "", new Entry.Began("status"));

        assertThat(seq).isEqualTo(3);
        assertThat(journal.read().entries()).hasSize(3);
        assertThat(journal.read().broken()).isEmpty();
        assertThat(journal.read().torn()).isFalse();
    }

    @Test
    void what_follows_a_broken_line_does_not_mend_it() throws Exception {
        three();
        Files.writeString(file, Files.readString(file).replace("topics move", "topics list"));

        journal.append(AT, ADA, "", new Entry.Began("status"));

        assertThat(journal.read().broken()).hasValue(1);
    }

    @Test
    void lines_longer_than_a_block_are_chained_as_well() throws Exception {
        journal.append(AT, ADA, "", new Entry.Began("x".repeat(30_000)));
        journal.append(AT, ADA, "", new Entry.Began("y".repeat(8_192)));
        journal.append(AT, ADA, "", new Entry.Began("z"));

        assertThat(journal.read().entries()).hasSize(3);
        assertThat(journal.read().broken()).isEmpty();
    }

    @Test
    void shells_that_append_at_the_same_time_lose_nothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Long>> written = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                written.add(
                        threads.submit(() -> new SessionJournal(file).append(AT, ADA, "", new Entry.Began("status"))));
            }
            for (Future<Long> one : written) {
                assertThat(one.get()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(journal.read().entries()).hasSize(40);
        assertThat(journal.read().broken()).isEmpty();
    }

    @Test
    void the_head_kept_in_a_store_comes_back_and_a_nonsense_one_is_none() throws Exception {
        three();
        FakeStore store = new FakeStore();
        String place = Head.place("bastion.example/..", "ada");

        assertThat(place).isEqualTo("bastion_example___-ada");
        assertThat(Head.kept(store, place)).isEmpty();
        assertThat(journal.read().head().keep(store, place)).isTrue();
        assertThat(Head.kept(store, place)).contains(journal.read().head());
        assertThat(journal.read().holds(journal.read().head())).isTrue();

        store.putIf("audit/other", "nonsense", 0);
        assertThat(Head.kept(store, "other")).isEmpty();
    }

    private static int newlines(byte[] bytes, int before) {
        int lines = 0;
        for (int i = 0; i < before; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
