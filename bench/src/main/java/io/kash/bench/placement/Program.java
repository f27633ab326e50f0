package io.kash.bench.placement;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import io.kash.surgery.placement.Layout;
import io.kash.surgery.placement.Placed;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A 0/1 program: a variable for every partition and every target. As many replicas as before, a broker once, as many racks
 * as can be; numbers within one and bytes within a part of their mean inside each rack. What is being reassigned stays.
 */
final class Program {
    /** Sizes are counted in units that make the whole cluster so many: finer than anything the program decides. */
    private static final double UNITS = 1 << 28;

    /** When to stop, as a part of the optimum: a twentieth of what is asked of the planner. */
    private static final double GAP = 0.00025;

    /** What a part of the mean is counted in. */
    private static final int PARTS = 10_000;

    private final Layout layout;
    private final CpModel model = new CpModel();
    private final int[] targets;
    private final int racks;
    /** Whether the targets are one rack of those that every partition spans. */
    private final boolean byRack;

    private final Placed hint;
    private final BoolVar[][] holds;
    private final long[] sizes;
    private final double unit;

    Program(Layout layout, int[] targets, boolean byRack, Placed hint, double spread) {
        this.byRack = byRack;
        this.layout = layout;
        this.targets = targets;
        this.hint = hint;
        this.racks = Optimum.racks(layout, targets);
        this.holds = new BoolVar[layout.partitions()][targets.length];
        double all = 0;
        for (int partition = 0; partition < layout.partitions(); partition++) {
            all += (double) layout.size(partition) * factor(partition);
        }
        this.unit = Math.max(1, all / UNITS);
        this.sizes = new long[layout.partitions()];
        for (int partition = 0; partition < sizes.length; partition++) {
            sizes[partition] = Math.round(layout.size(partition) / unit);
            place(partition);
        }
        for (int rack = 0; rack < layout.racks(); rack++) {
            if (ofRack(rack).length > 0) {
                level(rack, spread);
            }
        }
    }

    private int factor(int partition) {
        return layout.end(partition) - layout.start(partition);
    }

    private boolean holds(int partition, int broker) {
        for (int place = 0; place < factor(partition); place++) {
            if (layout.broker(partition, place) == broker) {
                return true;
            }
        }
        return false;
    }

    private void place(int partition) {
        for (int i = 0; i < targets.length; i++) {
            holds[partition][i] = model.newBoolVar("");
            if (layout.reassigning(partition)) {
                model.addEquality(holds[partition][i], holds(partition, targets[i]) ? 1 : 0);
            }
        }
        if (layout.reassigning(partition)) {
            return;
        }
        model.addEquality(LinearExpr.sum(holds[partition]), byRack ? 1 : factor(partition));
        for (int rack = 0; rack < layout.racks(); rack++) {
            int[] brokers = ofRack(rack);
            if (brokers.length > 0) {
                LinearExprBuilder inRack = LinearExpr.newBuilder();
                Arrays.stream(brokers).forEach(i -> inRack.add(holds[partition][i]));
                if (byRack || factor(partition) <= racks) {
                    model.addLessOrEqual(inRack, 1);
                } else {
                    model.addGreaterOrEqual(inRack, 1);
                }
            }
        }
    }

    /** The places among the targets of a rack's brokers. */
    private int[] ofRack(int rack) {
        BitSet found = new BitSet();
        for (int i = 0; i < targets.length; i++) {
            found.set(i, layout.rackOf(targets[i]) == rack);
        }
        return found.stream().toArray();
    }

    private void level(int rack, double spread) {
        int[] brokers = ofRack(rack);
        IntVar fewest = model.newIntVar(0, layout.replicas(), "");
        IntVar least = model.newIntVar(0, (long) (2 * UNITS), "");
        hintLeast(brokers, fewest, least);
        for (int i : brokers) {
            LinearExprBuilder count = LinearExpr.newBuilder();
            LinearExprBuilder bytes = LinearExpr.newBuilder();
            // Of the whole rack, times the spread, less this broker: all times PARTS and the brokers.
            LinearExprBuilder room = LinearExpr.newBuilder().addTerm(least, (long) PARTS * brokers.length);
            for (int partition = 0; partition < sizes.length; partition++) {
                count.add(holds[partition][i]);
                bytes.addTerm(holds[partition][i], sizes[partition]);
                for (int other : brokers) {
                    long mine = other == i ? (long) PARTS * brokers.length : 0;
                    room.addTerm(holds[partition][other], sizes[partition] * (Math.round(spread * PARTS) - mine));
                }
            }
            model.addGreaterOrEqual(count, fewest);
            model.addLessOrEqual(
                    count, LinearExpr.newBuilder().add(fewest).add(1).build());
            model.addGreaterOrEqual(bytes, least);
            model.addGreaterOrEqual(room, 0);
        }
    }

    /** A hint has to be whole: one that leaves the least and the fewest open is searched for rather than taken. */
    private void hintLeast(int[] brokers, IntVar fewest, IntVar least) {
        long fewestHinted = Long.MAX_VALUE;
        long leastHinted = Long.MAX_VALUE;
        for (int i : brokers) {
            long count = 0;
            long bytes = 0;
            for (int partition = 0; partition < sizes.length; partition++) {
                if (hinted(partition, targets[i])) {
                    count++;
                    bytes += sizes[partition];
                }
            }
            fewestHinted = Math.min(fewestHinted, count);
            leastHinted = Math.min(leastHinted, bytes);
        }
        model.addHint(fewest, fewestHinted);
        model.addHint(least, leastHinted);
    }

    /** @param seconds when to stop */
    Optimum.Found solve(double seconds) {
        LinearExprBuilder moved = LinearExpr.newBuilder();
        for (int partition = 0; partition < sizes.length; partition++) {
            for (int i = 0; i < targets.length; i++) {
                model.addHint(holds[partition][i], hinted(partition, targets[i]) ? 1 : 0);
                if (!holds(partition, targets[i])) {
                    moved.addTerm(holds[partition][i], sizes[partition]);
                }
            }
        }
        model.minimize(moved);
        CpSolver solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(seconds).setNumWorkers(2).setRelativeGapLimit(GAP);
        CpSolverStatus status = solver.solve(model);
        boolean found = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
        return new Optimum.Found(
                found ? solver.objectiveValue() * unit : Double.NaN, solver.bestObjectiveBound() * unit);
    }

    private boolean hinted(int partition, int broker) {
        BitSet brokers = new BitSet();
        hint.brokers(partition, brokers::set);
        return brokers.get(broker);
    }
}
