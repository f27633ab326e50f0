package io.kash.shell.suite;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The product as an operator's script has it: the launcher, in a process of its own, with nobody to ask. Only so are exit
 * codes and streams the ones a script sees.
 *
 * @param cluster what its commands act on
 * @param folder gets its state and what it writes
 */
record Product(TestCluster cluster, Path folder) {
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(4);

    /** Runs one command and waits for its end. */
    Result run(String... words) {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        try {
            Process process = start(List.of(words), out, err);
            if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("kash " + String.join(" ", words) + " still runs after "
                        + ENDS_WITHIN.toMinutes() + " min; it says:\n" + Files.readString(err));
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while the product ran", e);
        }
    }

    private Process start(List<String> words, Path out, Path err) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("kash.home"), "kash").toString(),
                "--environments",
                cluster.environmentsFile().toString(),
                "-e",
                cluster.environment()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .putAll(Map.of(
                        "KASH_JAVA_HOME", System.getProperty("java.home"),
                        // Made in the background, it would outlive the test.
                        "KASH_ARCHIVE", "off",
                        "XDG_STATE_HOME", folder.resolve("state").toString()));
        return builder.start();
    }
}
