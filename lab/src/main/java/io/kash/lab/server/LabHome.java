package io.kash.lab.server;

import io.kash.lab.LabException;
import io.kash.lab.guard.FileTree;
import io.kash.lab.waiting.Deadline;
import io.kash.lab.waiting.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a lab keeps its files. A home somebody named belongs to one lab at a time, by a lock that ends with the process;
 * inside it every run has a directory of its own, so that cleaning up after one never touches the next.
 */
public final class LabHome implements AutoCloseable {
    /** The file in a server's directory that holds the number of its process. */
    static final String PID = "pid";

    private static final String RUN_PREFIX = "run-";
    private static final String CHEF = "chef";
    private static final Duration PREDECESSOR_CLEANS_UP_WITHIN = Duration.ofSeconds(2);

    private final Path root;
    private final Path run;
    private final @Nullable FileChannel lock;

    private LabHome(Path root, Path run, @Nullable FileChannel lock) {
        this.root = root;
        this.run = run;
        this.lock = lock;
    }

    /** The home at this place, claimed; a fresh temporary one when none is named. */
    public static LabHome claim(Optional<Path> named) {
        try {
            return named.isPresent() ? claim(named.get().toAbsolutePath()) : temporary();
        } catch (IOException e) {
            throw new LabException(
                    "cannot make the lab's directory "
                            + named.map(Path::toString).orElse("for temporary files"),
                    e.toString(),
                    "name another place in KASH_LAB_HOME",
                    e);
        }
    }

    private static LabHome temporary() throws IOException {
        Path root = Files.createTempDirectory("kash-lab-");
        return new LabHome(root, root, null);
    }

    private static LabHome claim(Path root) throws IOException {
        Files.createDirectories(root);
        ownerOnly(root);
        FileChannel channel =
                FileChannel.open(root.resolve("lab.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        // The janitor of a lab that crashed a moment ago has the lock while it cleans up.
        if (!Waiting.until(() -> tryLock(channel), Deadline.in(PREDECESSOR_CLEANS_UP_WITHIN))) {
            channel.close();
            throw new LabException(
                    "a lab is already up in " + root,
                    "another process has its lock",
                    "use it (./kash lab status), stop it (./kash lab down), or name another place in KASH_LAB_HOME");
        }
        removeEarlierRuns(root);
        FileTree.remove(root.resolve(CHEF));
        return new LabHome(root, Files.createTempDirectory(root, RUN_PREFIX), channel);
    }

    private static boolean tryLock(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null && lock.isValid();
        } catch (OverlappingFileLockException takenByThisProcess) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ownerOnly(Path directory) throws IOException {
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void removeEarlierRuns(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.toList()) {
                if (String.valueOf(entry.getFileName()).startsWith(RUN_PREFIX)) {
                    FileTree.remove(entry);
                }
            }
        }
    }

    /** The environments file the product reads. */
    public Path environmentsFile() {
        return root.resolve("environments.yaml");
    }

    /** What somebody who may reconfigure the ensemble says to it: {@code super:<password>}. For the owner's eyes only. */
    public Path zooKeeperAuth() {
        return run.resolve("zookeeper-auth");
    }

    /** The socket through which hooks reach the lab. */
    public Path hookSocket() {
        return root.resolve("hooks.sock");
    }

    /** The script that restarts and stops servers; takes {@code restart broker 1}. */
    public Path hook() {
        return run.resolve("hook");
    }

    /** What an operator lays down here is applied to servers when they start again. */
    public Path chef() {
        return root.resolve(CHEF);
    }

    /** The socket through which a lab in the background is spoken to. */
    public static Path controlSocket(Path root) {
        return root.resolve("control.sock");
    }

    /** Stays when the run is over, if somebody named it. */
    Path root() {
        return root;
    }

    /** Everything of this run that is no use after it. */
    Path run() {
        return run;
    }

    Path directoryOf(String node) {
        return run.resolve("nodes").resolve(node);
    }

    Path logOf(String node) {
        return run.resolve("logs").resolve(node + ".log");
    }

    /** A file of the lab's own, copied to where other processes can read it. */
    Path resource(String name) {
        Path file = run.resolve(name);
        try (InputStream source = LabHome.class.getResourceAsStream(name)) {
            if (source == null) {
                throw new IllegalStateException("no " + name + " beside " + LabHome.class);
            }
            Files.copy(source, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the janitor is told to remove: the run, and, under the lock, what the next lab would have under the same name. */
    List<String> janitorArguments() {
        if (lock == null) {
            return List.of(run.toString());
        }
        return Stream.of(run, root.resolve("lab.lock"), environmentsFile(), chef(), hookSocket(), controlSocket(root))
                .map(Path::toString)
                .toList();
    }

    /** Removes the run's files and gives the home free. */
    @Override
    public void close() {
        try {
            FileTree.remove(run);
            FileTree.remove(chef());
            Files.deleteIfExists(environmentsFile());
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
