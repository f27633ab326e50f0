package io.kash.commands.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence of an operation nobody kept a chronicle of: nothing is claimed, and that is said. */
class EvidenceShowTest {
    private final Workplace lab = Workplace.of(Workplace.oldAndNew()).answering("yes");

    @Test
    void what_is_not_known_is_not_claimed() {
        lab.run("topics move --to-new");
        Workplace later = lab.answering();

        assertThat(later.run("evidence " + lab.operation().id())).isEqualTo(Outcome.DONE);

        assertThat(later.data())
                .isEqualTo(
                        """
                Operation  ID
                Request    topics move --to-new
                Begun      2026-03-01T14:02:07Z
                Looked at  2026-03-01T14:02:07Z
                Ending     done, and nobody looked at what came of it
                Canary     none

                CLAIM                                    VERDICT    RESTS ON  SEEN
                every acknowledged record was read back  not known  canary    no canary has run: what is said of records rests on water…
                """
                                .replace("ID", lab.operation().id().toString()));
    }

    @Test
    void it_is_written_to_the_files_that_are_named(@TempDir Path folder) throws IOException {
        lab.run("topics move --to-new");
        Workplace later = lab.answering();
        Path page = folder.resolve("move.html");
        Path data = folder.resolve("move.json");

        assertThat(later.run("evidence " + lab.operation().id() + " --html " + page + " --json " + data))
                .isEqualTo(Outcome.DONE);

        assertThat(later.notes()).contains("note: written to " + page + "\n", "note: written to " + data + "\n");
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("topics move --to-new");
        assertThat(Files.readString(data)).contains("\"format\":\"kash.evidence/1\"");
    }
}
