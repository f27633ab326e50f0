package io.kash.bench.placement;

import io.kash.surgery.placement.Aim;
import io.kash.surgery.placement.Balance;
import io.kash.surgery.placement.BalancedPlacement;
import io.kash.surgery.placement.Layout;
import io.kash.surgery.placement.Placed;
import io.kash.surgery.placement.offline.ClusterFile;
import io.kash.surgery.placement.offline.TaskFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How far the planner is from the fewest bytes there can be, on small clusters: made-up ones of three seeds, or those of
 * the directories that are its arguments, each with a cluster.json and a task.json. Tasks that level are compared with the
 * exact {@link Optimum}; the others with the bytes on the brokers that are left, which is their optimum.
 */
public final class OptimumBench {
    private static final long[] SEEDS = {42, 7, 1001};

    /** How far apart the planner lets bytes end, and how far it promises. */
    private static final double PROMISED = 0.01;

    private static final double SECONDS = 20;

    private OptimumBench() {}

    /** Prints a table: a benchmark's output is its answer. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        out.println("| cluster and task | kash, bytes | optimum, bytes | no less than | kash over optimum |");
        out.println("|---|---|---|---|---|");
        for (Path directory : arguments.length > 0 ? named(arguments) : madeUp()) {
            out.println(row(directory));
        }
    }

    private static List<Path> named(String[] arguments) {
        return Arrays.stream(arguments).map(Path::of).toList();
    }

    private static List<Path> madeUp() throws IOException {
        Path folder = Files.createTempDirectory("kash-optimum");
        List<Path> directories = new ArrayList<>();
        for (boolean untidy : new boolean[] {false, true}) {
            for (Task task : Task.values()) {
                for (long seed : SEEDS) {
                    Path directory = Files.createDirectory(
                            folder.resolve("S" + (untidy ? "-untidy-" : "-") + task.word() + "-" + seed));
                    new MadeUpCluster(Size.S, seed, untidy)
                            .write(task, directory.resolve("cluster.json"), directory.resolve("task.json"));
                    directories.add(directory);
                }
            }
        }
        return directories;
    }

    private static String row(Path directory) {
        Layout layout = ClusterFile.read(directory.resolve("cluster.json"));
        Aim aim = TaskFile.read(directory.resolve("task.json"), layout);
        Placed placed = new BalancedPlacement().place(layout, aim);
        double moved = Balance.of(placed, aim).bytesMoved();
        Optimum.Found optimum = aim.reach() == Aim.Reach.LEVEL
                ? Optimum.of(layout, aim, placed, PROMISED, SECONDS)
                : new Optimum.Found(onLeaving(layout, aim), onLeaving(layout, aim));
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %.4f |",
                directory.getFileName(),
                moved,
                optimum.bytes(),
                optimum.bound(),
                moved / optimum.bytes());
    }

    private static double onLeaving(Layout layout, Aim aim) {
        double bytes = 0;
        for (int partition = 0; partition < layout.partitions(); partition++) {
            for (int place = 0; place < layout.end(partition) - layout.start(partition); place++) {
                bytes += aim.leaving().get(layout.broker(partition, place)) ? layout.size(partition) : 0;
            }
        }
        return bytes;
    }
}
