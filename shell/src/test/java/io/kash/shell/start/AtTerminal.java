package io.kash.shell.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process at a pseudo-terminal of its own, which {@code script} of util-linux makes; keys go in, the screen comes out. */
public final class AtTerminal implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Process process;
    private final OutputStream keyboard;
    private final Thread reader = new Thread(this::read, "terminal");
    private final StringBuilder raw = new StringBuilder();
    private final StringBuilder seen = new StringBuilder();
    private int from;

    private AtTerminal(Process process) {
        this.process = process;
        this.keyboard = process.getOutputStream();
        reader.setDaemon(true);
        reader.start();
    }

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

    /** Waits until the text is on the screen, below what was waited for before. */
    public synchronized void await(String text) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        try {
            while (seen.indexOf(text, from) < 0) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("not seen within 30 s: '" + text + "' in\n" + seen.substring(from));
                }
                wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        from = seen.indexOf(text, from) + text.length();
    }

    public int exitCode() {
        try {
            if (!process.waitFor(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
                throw new AssertionError("it did not end:\n" + seen);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every character the terminal got, once the process has ended. */
    public String everything() {
        try {
            reader.join(TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
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
    }
}
