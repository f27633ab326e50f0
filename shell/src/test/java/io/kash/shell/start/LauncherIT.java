package io.kash.shell.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.shell.start.TestShell.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with the jars of this build. */
@Timeout(180)
class LauncherIT {
    private static final Path HOME =
            Path.of(System.getProperty("kash.home", "..")).toAbsolutePath();

    private final Path folder;

    LauncherIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void the_exit_code_and_the_two_streams_are_those_of_the_command() throws Exception {
        assertThat(run(HOME.resolve("kash"), "off", "hlep").code()).isEqualTo(64);
        Result version = run(HOME.resolve("kash"), "off", "version");
        assertThat(version.code()).isZero();
        assertThat(version.out()).matches("kash \\S+ \\(Java \\S+\\)\n");
        assertThat(version.err()).isEmpty();
    }

    @Test
    void a_link_to_it_finds_its_way_home() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("k"), HOME.resolve("kash"));

        assertThat(run(link, "off", "version").code()).isZero();
    }

    @Test
    void a_class_archive_changes_nothing_that_is_printed_even_when_it_is_broken() throws Exception {
        assertThat(run(HOME.resolve("kash"), "on", "--warm")).isEqualTo(new Result(0, "", ""));
        Path archive;
        try (var files = Files.list(folder.resolve("cache/kash"))) {
            archive = files.reduce((one, other) -> {
                        throw new AssertionError("more than one: " + one + ", " + other);
                    })
                    .orElseThrow();
        }
        Result with = run(HOME.resolve("kash"), "on", "version");
        Files.write(archive, new byte[] {1, 2, 3});
        Result broken = run(HOME.resolve("kash"), "on", "version");

        assertThat(with.out())
                .isEqualTo(run(HOME.resolve("kash"), "off", "version").out());
        assertThat(with.err()).isEmpty();
        assertThat(broken.code()).isZero();
        assertThat(broken.out()).isEqualTo(with.out());
    }

    private Result run(Path kash, String archive, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(kash.toString()));
        command.addAll(List.of(words));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().put("KASH_ARCHIVE", archive);
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Result(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
