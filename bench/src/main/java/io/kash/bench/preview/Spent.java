package io.kash.bench.preview;

import io.kash.lab.terminal.AtTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the shell at a terminal has taken: its Java, below {@code script} and the launcher. */
record Spent(ProcessHandle java) {
    static Spent by(AtTerminal terminal) {
        return new Spent(terminal.processes()
                .filter(one -> one.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow());
    }

    /** CPU seconds so far. */
    double cpuSeconds() {
        return java.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /** The most memory it had resident so far, in MiB. */
    long peakMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + java.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
