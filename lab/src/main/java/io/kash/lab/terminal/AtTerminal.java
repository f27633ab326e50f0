package io.kash.lab.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A process at a pseudo-terminal of its own, which {@code script} of util-linux makes; keys go in, the screen comes out. */
public final class AtTerminal implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Process process;
    private final OutputStream keyboard;
    private final Thread reader = new Thread(this::read, "terminal");
    private final StringBuilder raw = new StringBuilder();
    private final StringBuilder seen = new StringBuilder();
    private boolean ended;
    private int from;

    private AtTerminal(Process process) {
        this.process = process;
        this.keyboard = process.getOutputStream();
        reader.setDaemon(true);
        reader.start();
    }

    /** @param folder where it runs, and keeps its state */
    public static AtTerminal start(Path folder, int columns, List<String> command) throws IOException {
        String line = "stty cols " + columns + " rows 30; exec '" + String.join("' '", command) + "'";
        ProcessBuilder builder = new ProcessBuilder("script", "-qefc", line, "/dev/null").redirectErrorStream(true);
        builder.environment().put("TERM", "xterm");
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        builder.environment().remove("NO_COLOR");
        return new AtTerminal(builder.directory(folder.toFile()).start());
    }

    public void type(String keys) {
        try {
            keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until one of the texts is on the screen, below what was waited for before, and says which.
     *
     * @throws IllegalStateException where none is there within a minute, or before the process ends
     */
    public synchronized String await(String... texts) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            for (String text : texts) {
                int at = seen.indexOf(text, from);
                if (at >= 0) {
                    from = at + text.length();
                    return text;
                }
            }
            long left = end - System.nanoTime();
            if (ended || left <= 0) {
                throw new IllegalStateException(List.of(texts) + " is not on the screen:\n" + seen.substring(from));
            }
            try {
                wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    /** Waits until nothing has come to the screen for a while: keys that were typed are drawn. */
    public void awaitRest() {
        int before = -1;
        while (length() != before) {
            before = length();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
        }
    }

    private synchronized int length() {
        return seen.length();
    }

    /** The processes below the terminal: the command, and what it started. */
    public Stream<ProcessHandle> processes() {
        return process.descendants();
    }

    /** @throws IllegalStateException where it has not ended within a minute */
    public int exitCode() {
        try {
            if (!process.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("it did not end:\n" + seen);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Every character the terminal got, once the process has ended. */
    public String everything() {
        try {
            reader.join(TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        synchronized (this) {
            return raw.toString();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void read() {
        byte[] bytes = new byte[4096];
        try (InputStream output = process.getInputStream()) {
            for (int count = output.read(bytes); count >= 0; count = output.read(bytes)) {
                synchronized (this) {
                    String text = new String(bytes, 0, count, StandardCharsets.UTF_8);
                    raw.append(text);
                    // Colours and cursor movements are not what is waited for.
                    seen.append(text.replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]", ""));
                    notifyAll();
                }
            }
        } catch (IOException e) {
            // The terminal is gone with its process.
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
