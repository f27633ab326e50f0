package io.kash.surgery.hook.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program, without a shell and with nothing to read.
 *
 * @param ended whether it ended by itself, within its limit
 * @param exit its exit code, where it ended
 * @param said the end of what it printed, errors included
 */
record Program(boolean ended, int exit, String said) {
    private static final int MOST_BYTES = 2_000;
    private static final Duration DIES_WITHIN = Duration.ofSeconds(2);

    /**
     * Runs it to its end, or until the limit is over; then it is killed with all that it has started.
     *
     * @throws IOException when it cannot be started
     */
    static Program run(List<String> command, Duration limit) throws IOException, InterruptedException {
        return run(command, "", limit);
    }

    /**
     * The same with a text to read, of a few thousand characters at most: what a pipe holds, so that a program that does
     * not read it cannot hold anything up.
     */
    static Program run(List<String> command, String input, Duration limit) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        give(process, input);
        Tail tail = new Tail(process.getInputStream());
        tail.start();
        boolean ended = false;
        try {
            ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
        // Something it has left running may keep the other end open.
        tail.join(DIES_WITHIN.toMillis());
        return new Program(ended, ended ? process.exitValue() : -1, tail.text());
    }

    private static void give(Process process, String input) throws IOException {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            if (process.isAlive() && !input.isEmpty()) {
                process.destroyForcibly();
                throw e;
            }
            // It has ended, or reads nothing: its exit code says what that means.
        }
    }

    /** Reads all that is printed and keeps its end. */
    private static final class Tail extends Thread {
        private final InputStream output;
        private final StringBuilder kept = new StringBuilder();

        Tail(InputStream output) {
            super("hook-output");
            this.output = output;
            setDaemon(true);
        }

        @Override
        public void run() {
            byte[] chunk = new byte[MOST_BYTES];
            try {
                for (int read = output.read(chunk); read >= 0; read = output.read(chunk)) {
                    keep(new String(chunk, 0, read, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // It was ended; what it said until then is all there is.
                keep("");
            }
        }

        private synchronized void keep(String more) {
            kept.append(more);
            kept.delete(0, Math.max(0, kept.length() - MOST_BYTES));
        }

        synchronized String text() {
            return kept.toString().strip();
        }
    }
}
