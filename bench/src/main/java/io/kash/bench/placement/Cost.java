package io.kash.bench.placement;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What a run cost.
 *
 * @param seconds CPU of the whole process, its start included
 * @param coreSeconds CPU of the computation alone
 * @param mebibytes the most memory it had resident; 0 where the system does not say
 */
record Cost(double seconds, double coreSeconds, long mebibytes) {
    static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Called last by a process that is measured: its output is how it answers the one that started it. */
    @SuppressWarnings("SystemOut")
    static void report(long coreNanos) throws IOException {
        Duration all = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        System.out.println(
                String.format(Locale.ROOT, "%.3f %.3f %d", all.toMillis() / 1e3, coreNanos / 1e9, resident()));
    }

    static Cost of(String line) {
        String[] words = line.strip().split(" ", -1);
        return new Cost(Double.parseDouble(words[0]), Double.parseDouble(words[1]), Long.parseLong(words[2]));
    }

    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        List<String> lines = Files.readAllLines(status);
        return lines.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
