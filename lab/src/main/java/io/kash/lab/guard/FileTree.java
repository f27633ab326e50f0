package io.kash.lab.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Removes directories with all that is in them. */
public final class FileTree {
    private static final int TRIES = 50;

    private FileTree() {}

    /**
     * Removes it again and again, because a process that is just ending may still create a file, and the janitor and the
     * next lab may both be at it.
     *
     * @throws IOException when it is still there after fifty tries
     */
    public static void remove(Path directory) throws IOException {
        for (int left = TRIES; Files.exists(directory); left--) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                if (left <= 0) {
                    throw e;
                }
            } catch (UncheckedIOException e) {
                if (left <= 0) {
                    throw e.getCause();
                }
            }
        }
    }
}
