package io.kash.shell.resume;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product as a process of its own, started by the launcher, in a home of its own. */
final class Product {
    private static final long AT_MOST_SECONDS = 180;

    private final Path home;
    private final Path environments;
    private int runs;

    Product(Path home, Path environments) {
        this.home = home;
        this.environments = environments;
    }

    /** What a run printed, and how it ended. */
    record Ran(int code, String out, String err) {}

    Running start(String... words) {
        runs++;
        Path out = home.resolve("out-" + runs);
        Path err = home.resolve("err-" + runs);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("kash.home", ".."), "kash").toString(),
                "--environments",
                environments.toString(),
                "-e",
                "lab"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
        builder.environment().put("KASH_ARCHIVE", "off");
        try {
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ran run(String... words) {
        return start(words).end();
    }

    /** A run under way. */
    record Running(Process process, Path out, Path err) {
        Ran end() {
            try {
                if (!process.waitFor(AT_MOST_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("it did not end: " + Files.readString(err));
                }
                return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** SIGKILL: no handler, no clean-up. The launcher has become the Java, so this is the shell itself. */
        void kill() {
            process.destroyForcibly();
            end();
        }
    }
}
