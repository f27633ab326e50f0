package io.kash.bench.mover;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code MoverBench <directory>…}: directories with a cluster.json and a task.json, each moved by every strategy at
 * 10 Gbit/s a broker. Without one, generated clusters.
 */
public final class MoverBench {
    private static final double TEN_GIGABIT = 1.25e9;

    private MoverBench() {}

    public static void main(String[] directories) throws IOException {
        PrintStream out = System.out;
        int perBroker = Integer.getInteger("per-broker", 32);
        boolean all = !Boolean.getBoolean("only-ours");
        List<Scene> scenes = new ArrayList<>();
        for (String directory : directories) {
            scenes.add(Scene.read(Path.of(directory), TEN_GIGABIT));
        }
        if (scenes.isEmpty()) {
            scenes.add(Scene.replaced(30, 3_000, TEN_GIGABIT, 1));
        }
        for (Scene scene : scenes) {
            out.printf(
                    "%s: %d partitions, limit %.0f s%n",
                    scene.name(), scene.copies().size(), scene.limit());
            Strategy.Ours ours = new Strategy.Ours(true, perBroker);
            print(out, Race.run(scene, ours));
            out.printf(
                    "    %d changes of leaders, at most %d received at once by a broker, %.1f s of thinking%n",
                    ours.shifts(), ours.mostAtABroker(), ours.secondsOfThinking());
            if (all) {
                print(out, Race.run(scene, new Strategy.Ours(false, perBroker)));
                print(out, Race.run(scene, Strategy.window(6)));
                print(out, Race.run(scene, Strategy.oneShot()));
                print(out, Race.run(scene, Strategy.batches(10, 10)));
            }
        }
    }

    private static void print(PrintStream out, Race.Result result) {
        out.printf(
                "  %-36s %8.0f s   E %.3f   critical link busy %.3f%n",
                result.strategy(), result.seconds(), result.efficiency(), result.criticalBusy());
    }
}
