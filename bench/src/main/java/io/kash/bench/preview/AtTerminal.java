package io.kash.bench.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A process at a pseudo-terminal of 100 columns, which {@code script} of util-linux makes; keys go in, the screen comes out. */
final class AtTerminal implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Process process;
    private final OutputStream keyboard;
    private final StringBuilder seen = new StringBuilder();
    private boolean ended;
    private int from;

    private AtTerminal(Process process) {
        this.process = process;
        this.keyboard = process.getOutputStream();
        Thread reader = new Thread(this::read, "terminal");
        reader.setDaemon(true);
        reader.start();
    }

    static AtTerminal start(Map<String, String> variables, List<String> command) throws IOException {
        String line = "stty cols 100 rows 40; exec '" + String.join("' '", command) + "'";
        ProcessBuilder builder = new ProcessBuilder("script", "-qefc", line, "/dev/null").redirectErrorStream(true);
        builder.environment().putAll(variables);
        builder.environment().put("TERM", "xterm");
        return new AtTerminal(builder.start());
    }

    void type(String keys) throws IOException {
        keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    /** Waits until one of the texts is on the screen, below what was waited for before, and says which. */
    synchronized String await(String... texts) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            for (String text : texts) {
                int at = seen.indexOf(text, from);
                if (at >= 0) {
                    from = at + text.length();
                    return text;
                }
            }
            if (ended || System.nanoTime() > end) {
                throw new IllegalStateException(List.of(texts) + " is not on the screen:\n" + seen.substring(from));
            }
            wait(1_000);
        }
    }

    /** Waits until nothing has come to the screen for a while: keys that were typed are drawn. */
    void awaitRest() {
        int before = -1;
        while (length() != before) {
            before = length();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
        }
    }

    private synchronized int length() {
        return seen.length();
    }

    /** The shell's Java, below {@code script} and the launcher. */
    ProcessHandle java() {
        return process.descendants()
                .filter(one -> one.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow();
    }

    /** CPU seconds the shell has taken so far. */
    double cpuSeconds() {
        return java().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /** The most memory the shell had resident so far, in MiB. */
    long peakMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + java().pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void read() {
        byte[] bytes = new byte[8192];
        try (InputStream output = process.getInputStream()) {
            for (int count = output.read(bytes); count >= 0; count = output.read(bytes)) {
                String text = new String(bytes, 0, count, StandardCharsets.UTF_8);
                synchronized (this) {
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
}
