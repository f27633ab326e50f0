package io.kash.bench.placement;

import io.kash.surgery.placement.Aim;
import io.kash.surgery.placement.BalancedPlacement;
import io.kash.surgery.placement.Layout;
import io.kash.surgery.placement.Placed;
import io.kash.surgery.placement.offline.ClusterFile;
import io.kash.surgery.placement.offline.PlanFile;
import io.kash.surgery.placement.offline.TaskFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plans once, in a Java of its own: cluster, task and plan files are its arguments. */
final class PlanOnce {
    private PlanOnce() {}

    public static void main(String[] files) throws IOException {
        Layout layout = ClusterFile.read(Path.of(files[0]));
        Aim aim = TaskFile.read(Path.of(files[1]), layout);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Placed placed = new BalancedPlacement().place(layout, aim);
        long core = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(files[2])))) {
            PlanFile.write(placed, out);
        }
        Cost.report(core);
    }
}
