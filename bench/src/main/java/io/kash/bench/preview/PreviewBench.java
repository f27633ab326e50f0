package io.kash.bench.preview;

import io.kash.lab.terminal.AtTerminal;
import io.kash.surgery.connection.EngineConnector;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.EnvironmentsFile;
import io.kash.surgery.environment.References;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.problem.ProblemException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Types commands into the real shell, at a terminal of 100 columns, and measures from Enter to the last line of the
 * preview. Brokers are stand-ins that answer from memory. Arguments: the project's directory, then how many partitions
 * clusters have; a plan of {@code --to-new} or of a rack's drain moves every one of them.
 */
public final class PreviewBench {
    private static final long SEED = 42;
    private static final int WARM_UPS = 2;
    private static final int RUNS = 5;
    private static final String PROMPT = "› ";
    private static final String LAST_LINE = "Dry run: nothing was changed.";

    private final Path launcher;
    private final Path folder;
    private final Map<String, String> variables;
    private final PrintStream out;

    private PreviewBench(Path home, Path folder, PrintStream out) {
        this.launcher = home.resolve("kash");
        this.folder = folder;
        this.out = out;
        this.variables = Map.of(
                "KASH_JAVA_HOME", System.getProperty("java.home"),
                "XDG_STATE_HOME", folder.resolve("state").toString(),
                "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                "XDG_CACHE_HOME", folder.resolve("cache").toString(),
                "KASH_ENVIRONMENTS", folder.resolve("environments.yaml").toString());
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        // Kafka's client would tell its settings.
        Logger.getLogger("").setLevel(Level.WARNING);
        Path folder = Files.createTempDirectory("kash-bench");
        PreviewBench bench = new PreviewBench(Path.of(words[0]).toAbsolutePath(), folder, System.out);
        bench.warm();
        bench.out.println("| partitions | command | s, median | worst | first in a shell | CPU s | peak MiB |");
        bench.out.println("|---|---|---|---|---|---|---|");
        for (String partitions : List.of(words).subList(1, words.length)) {
            bench.run(Integer.parseInt(partitions));
        }
    }

    /** The archive of classes that the launcher would make in the background, beside the first measurement. */
    private void warm() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "--warm").inheritIO();
        builder.environment().putAll(variables);
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException("the launcher failed");
        }
    }

    private void run(int partitions) throws IOException {
        MadeUpTopics cluster = MadeUpTopics.of(partitions, SEED);
        try (StandIn brokers = new StandIn(cluster)) {
            Files.writeString(folder.resolve("environments.yaml"), environments(brokers, cluster));
            askOnce();
            measure(partitions, "topics move --to-new");
            measure(
                    partitions,
                    "drain "
                            + cluster.oldOfARack().stream().map(String::valueOf).collect(Collectors.joining(" ")));
            measure(partitions, "topics rebalance");
        }
    }

    /** So that the stand-ins have made their answers. */
    private void askOnce() {
        try (Connection connection = new EngineConnector(Clock.systemUTC(), References.ofProcess(), unused -> {
                    throw new UnsupportedOperationException("nothing is kept");
                })
                .open(EnvironmentsFile.read(folder.resolve("environments.yaml")).named("bench"))) {
            var unused = connection.observer().read(MoveRequest.SCOPE);
        } catch (ProblemException e) {
            // It was not in time; the answers are made all the same.
        }
    }

    private static String environments(StandIn brokers, MadeUpTopics cluster) {
        List<Integer> all = cluster.brokers();
        return "environments:\n  bench:\n    protection: confirm\n    kafka: {bootstrap: '" + brokers.bootstrap()
                + "'}\n    fleets: {old: {ids: " + all.subList(0, cluster.oldBrokers()) + "}, new: {ids: "
                + all.subList(cluster.oldBrokers(), all.size()) + "}}\n";
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of("env"));
        variables.forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(List.of(launcher.toString(), "-e", "bench"));
        return command;
    }

    private void measure(int partitions, String command) throws IOException {
        try (AtTerminal shell = AtTerminal.start(folder, 100, command())) {
            shell.await(PROMPT);
            double first = seconds(shell, command);
            for (int run = 1; run < WARM_UPS; run++) {
                seconds(shell, command);
            }
            Spent spent = Spent.by(shell);
            double before = spent.cpuSeconds();
            List<Double> runs = new ArrayList<>();
            while (runs.size() < RUNS) {
                runs.add(seconds(shell, command));
            }
            Collections.sort(runs);
            out.println(String.format(
                    Locale.ROOT,
                    "| %,d | `%s` | %.2f | %.2f | %.2f | %.2f | %,d |",
                    partitions,
                    command.length() > 20 ? command.substring(0, 20) + "…" : command,
                    runs.get(RUNS / 2),
                    runs.get(RUNS - 1),
                    first,
                    (spent.cpuSeconds() - before) / RUNS,
                    spent.peakMebibytes()));
        }
    }

    /** From Enter to the last line of the preview; infinite when an error came instead. */
    private static double seconds(AtTerminal shell, String command) {
        shell.type(command + " --dry-run");
        shell.awaitRest();
        long begun = System.nanoTime();
        shell.type("\r");
        boolean shown = shell.await(LAST_LINE, "error: ").equals(LAST_LINE);
        double seconds = (System.nanoTime() - begun) / 1e9;
        shell.await(PROMPT);
        return shown ? seconds : Double.POSITIVE_INFINITY;
    }
}
