package io.kash.shell.script;

import io.kash.shell.session.PrivateFiles;
import io.kash.surgery.files.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * Remembers the line a script stopped at. Kept per text of the script, values of its variables and environment: a script
 * that was edited since starts from its beginning, for the numbers of its lines mean something else.
 */
final class Bookmark {
    private final Path path;

    Bookmark(PrivateFiles files, String fingerprint, String environment) {
        this.path = files.at("scripts", fingerprint + "-" + environment);
    }

    /** The line to go on from. */
    OptionalInt line() {
        try {
            return Files.exists(path)
                    ? OptionalInt.of(Integer.parseInt(Files.readString(path).strip()))
                    : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(int line) {
        try {
            OwnerOnly.replace(path, line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
