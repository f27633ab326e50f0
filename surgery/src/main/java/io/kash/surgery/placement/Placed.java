package io.kash.surgery.placement;

import java.util.BitSet;
import java.util.function.IntConsumer;

/** Where everything is to be, in the numbers of the {@link Layout} it was asked for. */
public final class Placed {
    private final Layout layout;
    private final int[] rank;
    private final Assignment assignment;
    private final Leaders leaders;
    private final BitSet impossible;

    /**
     * @param order the partitions as they were worked on
     * @param impossible partitions left as they are, in that order
     */
    Placed(Layout layout, int[] order, Assignment assignment, Leaders leaders, BitSet impossible) {
        this.layout = layout;
        this.assignment = assignment;
        this.leaders = leaders;
        this.rank = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        this.impossible = new BitSet();
        impossible.stream().forEach(i -> this.impossible.set(order[i]));
    }

    public Layout layout() {
        return layout;
    }

    /** Partitions with a replica for which there is no broker; they are left as they are. */
    public BitSet impossible() {
        return (BitSet) impossible.clone();
    }

    /** Whether a partition's list of replicas becomes another, be it only in its order. */
    public boolean changes(int partition) {
        int worked = rank[partition];
        int leader = leaders.leader[worked];
        return (leader >= 0 && leader != assignment.layout.start(worked)) || assignment.touched(worked);
    }

    /** The brokers of a partition: the leader, then the others in the order of the replicas they take the place of. */
    public void brokers(int partition, IntConsumer each) {
        int worked = rank[partition];
        int leader = leaders.leader[worked];
        if (leader >= 0) {
            each.accept(assignment.at[leader]);
        }
        for (int replica = assignment.layout.start(worked); replica < assignment.layout.end(worked); replica++) {
            if (replica != leader) {
                each.accept(assignment.at[replica]);
            }
        }
    }
}
