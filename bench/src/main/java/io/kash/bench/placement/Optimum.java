package io.kash.bench.placement;

import com.google.ortools.Loader;
import io.kash.surgery.placement.Aim;
import io.kash.surgery.placement.Layout;
import io.kash.surgery.placement.Placed;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The fewest bytes that level a small cluster, by a {@link Program} that is solved exactly. It asks for what the planner
 * promises and no more. Of how topics are spread it asks nothing, so the planner, which does, can only be further away.
 */
final class Optimum {
    private Optimum() {}

    /**
     * What was found.
     *
     * @param bytes of the best plan that was found, or not a number where there is none
     * @param bound no plan moves less; the same where the best was proven to be it
     */
    record Found(double bytes, double bound) {}

    /**
     * Looks for the optimum of a cluster that is to be levelled.
     *
     * @param hint the planner's own plan, to begin with
     * @param spread how far bytes may be apart, as a part of their mean
     * @param seconds when to stop
     */
    static Found of(Layout layout, Aim aim, Placed hint, double spread, double seconds) {
        Loader.loadNativeLibraries();
        int[] targets = aim.receiving().stream().toArray();
        if (!spansAll(layout, racks(layout, targets))) {
            return new Program(layout, targets, false, hint, spread).solve(seconds);
        }
        double bytes = 0;
        double bound = 0;
        for (int rack = 0; rack < layout.racks(); rack++) {
            int one = rack;
            int[] ofRack = Arrays.stream(targets)
                    .filter(broker -> layout.rackOf(broker) == one)
                    .toArray();
            if (ofRack.length > 0) {
                Found found = new Program(layout, ofRack, true, hint, spread).solve(seconds);
                bytes += found.bytes();
                bound += found.bound();
            }
        }
        return new Found(bytes, bound);
    }

    /** How many racks some brokers are in. */
    static int racks(Layout layout, int[] brokers) {
        return (int) Arrays.stream(brokers).map(layout::rackOf).distinct().count();
    }

    /** Whether every partition has one replica in every rack and keeps it so: then each rack is a program by itself. */
    private static boolean spansAll(Layout layout, int racks) {
        for (int partition = 0; partition < layout.partitions(); partition++) {
            BitSet spanned = new BitSet();
            for (int place = 0; place < layout.end(partition) - layout.start(partition); place++) {
                spanned.set(layout.rackOf(layout.broker(partition, place)));
            }
            if (spanned.cardinality() != racks || layout.end(partition) - layout.start(partition) != racks) {
                return false;
            }
        }
        return true;
    }
}
