package io.kash.lab.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that several labs may write at once: each writes its own and renames it, so that nobody ever reads half of one. */
final class CacheFile {
    private CacheFile() {}

    static void writeOnce(Path file, byte[] content) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Path draft = draftOf(file);
            Files.write(draft, content);
            publish(draft, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where to write what will become the file. */
    static Path draftOf(Path file) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.resolveSibling(file.getFileName() + "."
                + ProcessHandle.current().pid() + "." + Long.toHexString(System.nanoTime()) + ".draft");
    }

    static void publish(Path draft, Path file) throws IOException {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
