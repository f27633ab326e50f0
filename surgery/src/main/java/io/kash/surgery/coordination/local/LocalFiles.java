package io.kash.surgery.coordination.local;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.files.OwnerOnly;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * A store in files: {@code values/<key>} holds the version and the session in its first line and the value below. Every
 * change is made under one operating-system lock, which the system gives up when a process dies; a session is a locked
 * file likewise, so it ends with its holder, kill -9 included. Only shells on this machine, of this user, see it.
 */
public final class LocalFiles implements Store {
    private static final int MAX_VALUE_BYTES = 1 << 20;
    /** File locks are held by the process, so threads of one process need this as well. */
    private static final ReentrantLock IN_PROCESS = new ReentrantLock();

    private final Path values;
    private final Path lockFile;
    private final LocalSessions sessions;

    /** @param root created when it is first written to */
    public LocalFiles(Path root) {
        this.values = root.resolve("values");
        this.lockFile = root.resolve("lock");
        this.sessions = new LocalSessions(root.resolve("sessions"));
    }

    @Override
    public Optional<Entry> get(String key) {
        return read(key).filter(this::valid).map(stored -> new Entry(stored.value(), stored.version()));
    }

    @Override
    public Optional<Long> putIf(String key, String value, long version) {
        return put(key, value, version, "");
    }

    private Optional<Long> put(String key, String value, long version, String session) {
        if (value.getBytes(StandardCharsets.UTF_8).length > MAX_VALUE_BYTES) {
            throw new IllegalArgumentException("a value has at most " + MAX_VALUE_BYTES + " bytes: " + key);
        }
        return locked(() -> {
            Optional<Stored> before = read(key);
            long seen = before.filter(this::valid).map(Stored::version).orElse(ABSENT);
            if (seen != version) {
                return Optional.empty();
            }
            long next = before.map(Stored::version).orElse(ABSENT) + 1;
            OwnerOnly.replace(path(key), new Stored(next, session, value).text());
            return Optional.of(next);
        });
    }

    @Override
    public List<String> list(String key) {
        Path directory = path(key);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int maxValueBytes() {
        return MAX_VALUE_BYTES;
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public String place() {
        return "this machine";
    }

    /** The system gives up a process's locks in the moment it ends. */
    @Override
    public Duration lapse() {
        return Duration.ZERO;
    }

    @Override
    public Watch watch(String key, Runnable changed) {
        return new LocalWatch(() -> standing(path(key)), changed);
    }

    /** The version of every value at or below a path that counts now. */
    private Map<Path, Long> standing(Path top) {
        if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            return Map.of();
        }
        Map<Path, Long> standing = new HashMap<>();
        try (Stream<Path> all = Files.walk(top)) {
            all.filter(LocalSessions::isFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .forEach(file ->
                            head(file).filter(this::valid).ifPresent(stored -> standing.put(file, stored.version())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return standing;
    }

    /** Nothing to let go of: files are opened for every operation. */
    @Override
    public void close() {}

    @Override
    public Session session() {
        LocalSessions.Lease lease = sessions.begin();
        return new Session() {
            @Override
            public Optional<Long> claim(String key, String value) {
                return lease.alive() ? put(key, value, ABSENT, lease.id()) : Optional.empty();
            }

            @Override
            public boolean alive() {
                return lease.alive();
            }

            @Override
            public void close() {
                lease.close();
            }
        };
    }

    /** Whether what is stored still counts: what a session put goes away with it. */
    private boolean valid(Stored stored) {
        return stored.session().isEmpty() || sessions.alive(stored.session());
    }

    /** A value's first line only. */
    private static Optional<Stored> head(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return Optional.of(Stored.parse(reader.readLine() + "\n", file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Stored> read(String key) {
        Path file = path(key);
        if (!LocalSessions.isFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Stored.parse(Files.readString(file), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys come from this program, but a key must never lead out of the root. */
    private Path path(String key) {
        Path path = values.resolve(key).normalize();
        if (!path.startsWith(values) || key.contains("/.") || key.startsWith(".")) {
            throw new IllegalArgumentException("not a key: " + key);
        }
        return path;
    }

    private <T> T locked(Change<T> change) {
        IN_PROCESS.lock();
        try (FileChannel channel = LocalSessions.openForLock(lockFile);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IllegalStateException("the lock on " + lockFile + " was lost");
            }
            return change.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            IN_PROCESS.unlock();
        }
    }

    private interface Change<T> {
        T make() throws IOException;
    }

    /** One value as its file holds it. */
    private record Stored(long version, String session, String value) {
        String text() {
            return version + " " + session + "\n" + value;
        }

        static Stored parse(String text, Path file) throws IOException {
            int end = text.indexOf('\n');
            int blank = text.indexOf(' ');
            if (blank < 1 || end < blank) {
                throw new IOException("not a value of this store: " + file);
            }
            return new Stored(
                    Long.parseLong(text.substring(0, blank)), text.substring(blank + 1, end), text.substring(end + 1));
        }
    }
}
