package io.kash.lab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheFileTest {
    private final Path directory;

    CacheFileTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void many_writers_leave_one_whole_file_and_no_draft() throws IOException {
        Path file = directory.resolve("cache/guard.jar");
        byte[] content = new byte[1_000_000];

        IntStream.range(0, 16).parallel().forEach(i -> CacheFile.writeOnce(file, content));

        assertThat(file).hasBinaryContent(content);
        try (Stream<Path> files = Files.list(directory.resolve("cache"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void the_guard_jar_is_named_by_its_content_and_written_once() throws IOException {
        Path first = GuardJar.in(directory);
        long written = Files.getLastModifiedTime(first).toMillis();

        Path second = GuardJar.in(directory);

        assertThat(second).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(second).toMillis()).isEqualTo(written);
    }
}
