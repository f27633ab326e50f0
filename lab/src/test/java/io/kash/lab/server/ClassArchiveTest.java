package io.kash.lab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassArchiveTest {
    private static final String LEAVE = "-XX:ArchiveClassesAtExit=";

    private final Path cache;

    ClassArchiveTest(@TempDir Path cache) {
        this.cache = cache;
    }

    @Test
    void the_first_server_of_a_lab_leaves_the_archive_and_those_of_the_next_lab_use_it() throws IOException {
        ClassArchive first = archive();
        ClassArchive.Use leaving = first.use();
        assertThat(leaving.leaves()).isTrue();
        assertThat(first.use().leaves()).as("one is enough").isFalse();

        Files.writeString(draftOf(leaving), "classes");
        first.collect(true);

        assertThat(archive().use().flags()).anyMatch(flag -> flag.startsWith("-XX:SharedArchiveFile="));
    }

    @Test
    void a_server_that_was_killed_leaves_nothing_and_the_next_lab_tries_again() {
        ClassArchive first = archive();
        first.use();

        first.collect(true);

        assertThat(archive().use().leaves()).isTrue();
    }

    @Test
    void a_server_that_failed_to_start_leaves_an_archive_nobody_wants() throws IOException {
        ClassArchive first = archive();
        Files.writeString(draftOf(first.use()), "a few classes");

        first.collect(false);

        assertThat(archive().use().leaves()).isTrue();
    }

    @Test
    void other_jars_need_another_archive() throws IOException {
        ClassArchive first = archive();
        Files.writeString(draftOf(first.use()), "classes");
        first.collect(true);

        ClassArchive other = new ClassArchive(cache, "broker", List.of(Path.of("kafka-4.jar")));

        assertThat(other.use().leaves()).isTrue();
    }

    private ClassArchive archive() {
        return new ClassArchive(cache, "broker", List.of(Path.of("kafka-3.jar")));
    }

    private static Path draftOf(ClassArchive.Use use) {
        return use.flags().stream()
                .filter(flag -> flag.startsWith(LEAVE))
                .map(flag -> Path.of(flag.substring(LEAVE.length())))
                .findFirst()
                .orElseThrow();
    }
}
