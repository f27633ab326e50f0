package io.kash.lab.server;

import io.kash.lab.LabException;
import io.kash.lab.NodeState.Life;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process the lab started. Its standard input stays open for as long as the lab lives. */
final class Child {
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private volatile boolean paused;

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /** @param log what the process prints is put at its end */
    static Child start(String name, List<String> command, Path directory, Path log) {
        try {
            Files.createDirectories(directory);
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            // Without this the C library keeps a heap for each of a server's many threads.
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            return new Child(name, builder.start());
        } catch (IOException e) {
            throw new LabException("cannot start " + name, e.toString(), "see whether a JVM can be started here", e);
        }
    }

    long pid() {
        return process.pid();
    }

    Instant started() {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    Life life() {
        if (!process.isAlive()) {
            return Life.ENDED;
        }
        return paused ? Life.PAUSED : Life.RUNNING;
    }

    /** Says one line to it. */
    void tell(String line) throws IOException {
        process.outputWriter().write(line);
        process.outputWriter().newLine();
        process.outputWriter().flush();
    }

    /** Ends its input, which it takes as the sign to end. */
    void hangUp() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            kill();
        }
    }

    /**
     * SIGTERM, and waits.
     *
     * @return whether it ended within the limit
     */
    boolean stop(Duration limit) {
        if (paused) {
            resume();
        }
        signalStop();
        return awaitEnd(limit);
    }

    /** SIGTERM. */
    void signalStop() {
        // Not Process.destroy: that closes the pipe too, and the guard would end the server before it has shut down.
        process.toHandle().destroy();
    }

    /** SIGKILL. */
    void signalKill() {
        process.toHandle().destroyForcibly();
    }

    /** SIGKILL, and waits. */
    void kill() {
        signalKill();
        if (!awaitEnd(KILLED_WITHIN)) {
            throw new LabException(
                    name + " does not end",
                    "process " + pid() + " outlived SIGKILL",
                    "see what it waits for: ps -o stat,wchan");
        }
    }

    void pause() {
        signal("STOP");
        paused = true;
    }

    void resume() {
        signal("CONT");
        paused = false;
    }

    boolean awaitEnd(Duration limit) {
        try {
            return process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int exitCode() {
        return process.exitValue();
    }

    private void signal(String signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid())).start();
            if (kill.waitFor(KILLED_WITHIN.toSeconds(), TimeUnit.SECONDS) && kill.exitValue() == 0) {
                return;
            }
            throw cannotSignal(signal, "its process " + pid() + " may have ended", null);
        } catch (IOException e) {
            throw cannotSignal(signal, e.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cannotSignal(signal, "interrupted", e);
        }
    }

    private LabException cannotSignal(String signal, String why, @Nullable Exception cause) {
        return new LabException("cannot send SIG" + signal + " to " + name, why, "./kash lab status", cause);
    }
}
