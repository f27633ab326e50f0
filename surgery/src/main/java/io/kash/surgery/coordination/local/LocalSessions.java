package io.kash.surgery.coordination.local;

import io.kash.surgery.files.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions as locked files: a session lives as long as a process holds the lock on its file. */
final class LocalSessions {
    /**
     * Sessions of this process. Their files must never be opened a second time here: on POSIX systems closing any
     * channel of a file gives up every lock the process has on it.
     */
    private static final Set<String> OURS = ConcurrentHashMap.newKeySet();

    private final Path directory;

    LocalSessions(Path directory) {
        this.directory = directory;
    }

    Lease begin() {
        String id = UUID.randomUUID().toString();
        try {
            FileChannel channel = openForLock(directory.resolve(id));
            FileLock lock = channel.lock();
            OURS.add(id);
            return new Lease(id, directory.resolve(id), channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that can be locked has no holder any more; it is removed in passing. */
    boolean alive(String id) {
        Path file = directory.resolve(UUID.fromString(id).toString());
        if (!isFile(file)) {
            return false;
        }
        if (OURS.contains(id)) {
            return true;
        }
        try (FileChannel channel = openForLock(file)) {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                return true;
            }
            Files.deleteIfExists(file);
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a file for locking, created when absent. */
    static FileChannel openForLock(Path file) throws IOException {
        OwnerOnly.createFoldersOf(file);
        return OwnerOnly.open(file, EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    /** Whether it is a file of the store's own making: a link somebody put there is not followed. */
    static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** A session held by this process. */
    record Lease(String id, Path file, FileChannel channel, FileLock lock) implements AutoCloseable {
        boolean alive() {
            return lock.isValid() && Files.exists(file);
        }

        @Override
        public void close() {
            try {
                OURS.remove(id);
                Files.deleteIfExists(file);
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
