package io.kash.commands.evidence;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A browser without a window, started anew for every look, with a profile of its own and nothing it fetches by itself.
 *
 * @param folder for its profiles and what it prints
 */
record Chromium(Path folder) {
    private static final String NAME = "chromium";
    private static final long ENDS_WITHIN_SECONDS = 90;

    /** Whether this machine has one. */
    static boolean there() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, NAME)));
    }

    /** The document as the browser has it once it has run. */
    String dom(Path page, int width) {
        return run(width, "--dump-dom", page.toUri().toString());
    }

    /** A picture of the page, as PNG. */
    Path picture(Path page, int width, int height) {
        Path picture = folder.resolve("picture-" + width + ".png");
        run(width, height, "--screenshot=" + picture, page.toUri().toString());
        return picture;
    }

    private String run(int width, String... more) {
        return run(width, 900, more);
    }

    private String run(int width, int height, String... more) {
        try {
            Path profile = Files.createTempDirectory(folder, "profile-");
            Path out = Files.createTempFile(folder, "browser-", ".out");
            Path err = Files.createTempFile(folder, "browser-", ".err");
            List<String> command = new ArrayList<>(List.of(
                    NAME,
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--hide-scrollbars",
                    "--user-data-dir=" + profile,
                    "--window-size=" + width + "," + height,
                    "--virtual-time-budget=2000"));
            command.addAll(List.of(more));
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("the browser does not end; it says:\n" + Files.readString(err));
            }
            if (process.exitValue() != 0) {
                throw new AssertionError("the browser failed; it says:\n" + Files.readString(err));
            }
            return Files.readString(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while the browser ran", e);
        }
    }
}
