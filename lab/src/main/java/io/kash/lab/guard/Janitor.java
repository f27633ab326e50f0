package io.kash.lab.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Cleans up after a supervisor, however it ended: kills the servers that are left (a paused one cannot end by itself) and
 * removes the files.
 *
 * <p>Reads one line per server, {@code <pid> <started, epoch milliseconds>}, and acts at the end of its input. If it is
 * killed itself, servers still end by their {@link Guard}; only files are left then.
 */
public final class Janitor {
    private Janitor() {}

    /**
     * @param arguments the directory to remove; then, optionally, a lock file and what may only be removed by
     *     whoever has the lock, because a lab that was started since may have written its own
     */
    public static void main(String[] arguments) throws IOException {
        List<Server> servers = readUntilTheEnd();
        servers.forEach(Server::kill);
        servers.forEach(Server::awaitEnd);
        FileTree.remove(Path.of(arguments[0]));
        if (arguments.length > 2) {
            removeShared(Path.of(arguments[1]), Stream.of(arguments).skip(2).map(Path::of));
        }
    }

    private static List<Server> readUntilTheEnd() throws IOException {
        List<Server> servers = new ArrayList<>();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            int space = line.indexOf(' ');
            servers.add(
                    new Server(Long.parseLong(line.substring(0, space)), Long.parseLong(line.substring(space + 1))));
        }
        return servers;
    }

    private static void removeShared(Path lockFile, Stream<Path> files) throws IOException {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return;
            }
            for (Path file : files.toList()) {
                FileTree.remove(file);
            }
        }
    }

    /** The start tells a server from a stranger that was given its process id since. */
    private record Server(long pid, long startedMillis) {
        private static final long TOLERANCE_MILLIS = 1000;
        private static final long LIMIT_SECONDS = 10;

        void kill() {
            running().forEach(ProcessHandle::destroyForcibly);
        }

        void awaitEnd() {
            running().forEach(process -> {
                try {
                    process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
                    // A process of its own with nobody to ask: its error stream is the lab's log, and all it has.
                    System.err.println("process " + pid + " does not end: " + e);
                }
            });
        }

        private Stream<ProcessHandle> running() {
            return ProcessHandle.of(pid).filter(this::isTheServer).stream();
        }

        private boolean isTheServer(ProcessHandle process) {
            return process.info()
                    .startInstant()
                    .map(start -> Math.abs(start.toEpochMilli() - startedMillis) < TOLERANCE_MILLIS)
                    .orElse(false);
        }
    }
}
