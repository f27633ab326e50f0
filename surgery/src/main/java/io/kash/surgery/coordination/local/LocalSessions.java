package io.kash.surgery.coordination.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Sessions as locked files: a session lives as long as a process holds the lock on its file. */
final class LocalSessions {
    private final Path directory;

    LocalSessions(Path directory) {
        this.directory = directory;
    }

    Lease begin() {
        String id = UUID.randomUUID().toString();
        try {
            FileChannel channel = PrivateFiles.openForLock(directory.resolve(id));
            return new Lease(id, directory.resolve(id), channel, channel.lock());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that can be locked has no holder any more; it is removed in passing. */
    boolean alive(String id) {
        Path file = directory.resolve(UUID.fromString(id).toString());
        if (!PrivateFiles.isFile(file)) {
            return false;
        }
        try (FileChannel channel = PrivateFiles.openForLock(file)) {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                return true;
            }
            Files.deleteIfExists(file);
            return false;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A session held by this process. */
    record Lease(String id, Path file, FileChannel channel, FileLock lock) implements AutoCloseable {
        boolean alive() {
            return lock.isValid() && Files.exists(file);
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
