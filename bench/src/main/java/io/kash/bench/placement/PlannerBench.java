package io.kash.bench.placement;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Makes clusters up, plans every task, has Kafka's own tool plan the same, judges both and prints the table of
 * docs/performance.md. Arguments: the directory of the servers' jars, then sizes; all when none is named.
 */
public final class PlannerBench {
    private static final long SEED = 42;

    private final Path folder;
    private final String ours;
    private final String theirs;

    private PlannerBench(Path folder, Path servers) {
        this.folder = folder;
        this.ours = System.getProperty("java.class.path");
        this.theirs = ours + java.io.File.pathSeparator + servers.resolve("*");
    }

    /** Prints the table that stands in docs/performance.md: a benchmark's output is its answer. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        List<Size> sizes = arguments.length > 1
                ? Arrays.stream(arguments).skip(1).map(Size::valueOf).collect(Collectors.toList())
                : List.of(Size.values());
        PlannerBench bench = new PlannerBench(Files.createTempDirectory("kash-bench"), Path.of(arguments[0]));
        out.println("| cluster | task | planner | × bytes bound | replicas apart | leaders apart | bytes apart"
                + " | leader bytes, most/mean | violations | CPU s | of it planning | MiB |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (Size size : sizes) {
            for (boolean untidy : new boolean[] {false, true}) {
                for (Task task : Task.values()) {
                    bench.run(size, task, untidy).forEach(out::println);
                }
            }
        }
    }

    private List<String> run(Size size, Task task, boolean untidy) throws IOException, InterruptedException {
        Path cluster = folder.resolve("cluster.json");
        Path wish = folder.resolve("task.json");
        new MadeUpCluster(size, SEED, untidy).write(task, cluster, wish);
        String name = size + (untidy ? " untidy" : "") + " | " + task.word();
        List<String> rows = new ArrayList<>();
        rows.add(row(name + " | kash", ours, "PlanOnce", cluster, wish));
        rows.add(row(name + " | kafka --generate", theirs, "KafkaOnce", cluster, wish));
        return rows;
    }

    private String row(String name, String classPath, String main, Path cluster, Path wish)
            throws IOException, InterruptedException {
        Path plan = folder.resolve("plan.json");
        Files.deleteIfExists(plan);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        "io.kash.bench.placement." + main,
                        cluster.toString(),
                        wish.toString(),
                        plan.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            return "| " + name + " | failed |";
        }
        Cost cost = Cost.of(said);
        Verdict verdict = Verdict.of(cluster, wish, plan);
        return String.format(
                Locale.ROOT,
                "| %s | %.4f | %d | %d | %.2f %% | %.3f | %d | %.2f | %.2f | %d |",
                name,
                verdict.overBound(),
                verdict.replicas(),
                verdict.leaders(),
                verdict.spread() * 100,
                verdict.leaderBytes(),
                verdict.violations(),
                cost.seconds(),
                cost.coreSeconds(),
                cost.mebibytes());
    }
}
