package io.kash.surgery.placement;

import java.util.Arrays;

/**
 * Levels how many partitions every broker leads with few changes: chains of handovers from brokers that lead too many to
 * brokers that lead too few, the shortest chains first, all of one length in one sweep (E. A. Dinic, 1970; that no better
 * level is left when no chain is: N. Harvey, R. Ladner, L. Lovász, T. Tamir, Semi-matchings for bipartite graphs and load
 * balancing, 2006). Small partitions go first, so that bytes stay where they are.
 */
final class LeaderFlow {
    private static final int UNREACHED = -1;

    private final Leaders leaders;
    private final Layout layout;
    private final int brokers;
    private final int[] first;
    private final int[] next;
    private final int[] level;
    /** Replicas that may lead in the place of a broker's, as {@link #first} has it. */
    private int[] handovers = {};

    private int threshold;
    /** How many handovers the shortest chains have. */
    private int last;

    LeaderFlow(Leaders leaders) {
        this.leaders = leaders;
        this.layout = leaders.layout;
        this.brokers = layout.brokers();
        this.first = new int[brokers + 1];
        this.next = new int[brokers];
        this.level = new int[brokers];
    }

    void run() {
        level(leaders.high);
        level(leaders.low);
        int most = Arrays.stream(leaders.count).max().orElse(0);
        for (int next = most - 1; next > leaders.high; next = Math.min(next - 1, (next + leaders.high) / 2)) {
            level(next);
        }
    }

    /** From brokers above a number to brokers below it, until no chain is left. */
    private void level(int number) {
        threshold = number;
        if (!uneven()) {
            return;
        }
        handOver(true);
        handOver(false);
        boolean found = true;
        while (found && uneven()) {
            if (!reach()) {
                return;
            }
            gather();
            found = false;
            for (int broker = 0; broker < brokers; broker++) {
                while (leaders.count[broker] > threshold && hand(broker)) {
                    found = true;
                }
            }
        }
    }

    private boolean uneven() {
        boolean above = false;
        boolean below = false;
        for (int broker = 0; broker < brokers; broker++) {
            above |= leaders.count[broker] > threshold;
            below |= leaders.count[broker] < threshold && leaders.assignment.count[broker] > 0;
        }
        return above && below;
    }

    /**
     * All chains of one handover, the smallest partitions first. They are nearly all there are, and need no search: one
     * pass in the order of memory.
     *
     * @param changed whether of partitions that change their leader anyway, or of the others
     */
    private void handOver(boolean changed) {
        for (int partition = layout.partitions() - 1; partition >= 0; partition--) {
            if (!mayChange(partition)
                    || leaders.count[leaders.broker(partition)] <= threshold
                    || leaders.cost(partition, leaders.leader[partition]) > 0 != changed) {
                continue;
            }
            for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
                if (leaders.count[leaders.assignment.at[replica]] < threshold) {
                    leaders.lead(partition, replica);
                    break;
                }
            }
        }
    }

    private boolean mayChange(int partition) {
        return leaders.free[partition] && leaders.leader[partition] >= 0;
    }

    /**
     * How many handovers every broker is away from one that leads too many, as far as the first that lead too few. Goes
     * through all partitions for each row, in the order of memory: broker by broker it would be ten times as slow.
     */
    private boolean reach() {
        for (int broker = 0; broker < brokers; broker++) {
            level[broker] = leaders.count[broker] > threshold ? 0 : UNREACHED;
        }
        boolean ended = false;
        boolean further = true;
        for (last = 0; further && !ended; last++) {
            further = false;
            for (int partition = 0; partition < layout.partitions(); partition++) {
                if (!mayChange(partition) || level[leaders.broker(partition)] != last) {
                    continue;
                }
                for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
                    int other = leaders.assignment.at[replica];
                    if (level[other] == UNREACHED) {
                        level[other] = last + 1;
                        further = true;
                        ended |= leaders.count[other] < threshold;
                    }
                }
            }
        }
        return ended;
    }

    /** By broker, the handovers that bring a chain further, the smallest partitions first. */
    private void gather() {
        Arrays.fill(first, 0);
        for (int partition = 0; partition < layout.partitions(); partition++) {
            if (mayChange(partition)) {
                for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
                    first[leaders.broker(partition) + 1] += leadsOn(partition, replica) ? 1 : 0;
                }
            }
        }
        for (int broker = 0; broker < brokers; broker++) {
            first[broker + 1] += first[broker];
        }
        handovers = new int[first[brokers]];
        System.arraycopy(first, 0, next, 0, brokers);
        for (int partition = layout.partitions() - 1; partition >= 0; partition--) {
            if (mayChange(partition)) {
                for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
                    if (leadsOn(partition, replica)) {
                        handovers[next[leaders.broker(partition)]++] = replica;
                    }
                }
            }
        }
        System.arraycopy(first, 0, next, 0, brokers);
    }

    private boolean leadsOn(int partition, int replica) {
        int from = leaders.broker(partition);
        int to = leaders.assignment.at[replica];
        return level[from] >= 0 && level[to] == level[from] + 1 && (level[to] < last || leaders.count[to] < threshold);
    }

    /** Hands one leadership on, along a chain; every handover is tried once a sweep. */
    private boolean hand(int broker) {
        while (next[broker] < first[broker + 1]) {
            int replica = handovers[next[broker]++];
            int partition = leaders.assignment.owner[replica];
            if (leaders.broker(partition) == broker && takes(leaders.assignment.at[replica])) {
                leaders.lead(partition, replica);
                return true;
            }
        }
        return false;
    }

    /** At the end of a chain a broker has to lead too few; before it, it has to hand one on itself. */
    private boolean takes(int broker) {
        return level[broker] == last ? leaders.count[broker] < threshold : hand(broker);
    }
}
