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
 * @param environmentsFile names the environment its commands act on
 * @param folder gets its state and what it writes
 * @param variables of its environment, beside those of this process
 */
record Product(Path environmentsFile, String environment, Path folder, Map<String, String> variables) {
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(4);

    Product(Path environmentsFile, String environment, Path folder) {
        this(environmentsFile, environment, folder, Map.of());
    }

    /** Runs one command and waits for its end. */
    Result run(String... words) {
        return start(words).end();
    }

    /** Starts one command and goes on. */
    Running start(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("kash.home"), "kash").toString(),
                "--environments",
                environmentsFile.toString(),
                "-e",
                environment));
        command.addAll(List.of(words));
        try {
            Path out = Files.createTempFile(folder, "run-", ".out");
            Path err = Files.createTempFile(folder, "run-", ".err");
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
            builder.environment().putAll(variables);
            return new Running(builder.start(), String.join(" ", words), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command under way. */
    record Running(Process process, String words, Path out, Path err) {
        boolean alive() {
            return process.isAlive();
        }

        Result end() {
            try {
                if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("kash " + words + " still runs after " + ENDS_WITHIN.toMinutes()
                            + " min; it says:\n" + Files.readString(err));
                }
                return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while the product ran", e);
            }
        }

        /** SIGKILL: no handler, no clean-up. The launcher has become the Java, so this is the shell itself. */
        Result kill() {
            process.destroyForcibly();
            return end();
        }
    }
}
