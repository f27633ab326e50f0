package io.kash.surgery.placement;

import java.util.Arrays;

/**
 * Levels how many partitions every broker leads with few changes: chains of handovers from brokers that lead too many to
 * brokers that lead too few, the shortest chains first, all of one length in one sweep (E. A. Dinic, 1970; that no better
 * level is left when no chain is: N. Harvey, R. Ladner, L. Lovász, T. Tamir, Semi-matchings for bipartite graphs and load
 * balancing, 2006). Small partitions go first, so that bytes stay where they are.
 */
final class LeaderFlow {
    private final Leaders leaders;
    private final Layout layout;
    private final int brokers;
    private final int[] first;
    private final int[] led;
    private final int[] next;
    private final int[] level;
    private final int[] queue;
    private int above;
    private int below;

    LeaderFlow(Leaders leaders) {
        this.leaders = leaders;
        this.layout = leaders.layout;
        this.brokers = layout.brokers();
        this.first = new int[brokers + 1];
        this.led = new int[layout.partitions()];
        this.next = new int[brokers];
        this.level = new int[brokers];
        this.queue = new int[brokers];
    }

    void run() {
        level(leaders.high, leaders.high);
        level(leaders.low, leaders.low);
        int most = Arrays.stream(leaders.count).max().orElse(0);
        for (int threshold = most - 1;
                threshold > leaders.high;
                threshold = Math.min(threshold - 1, (threshold + leaders.high) / 2)) {
            level(threshold, threshold);
        }
    }

    /** From brokers above one number to brokers below another, until no chain is left. */
    private void level(int from, int to) {
        above = from;
        below = to;
        boolean found = true;
        while (found) {
            gather();
            if (!reach()) {
                return;
            }
            found = false;
            for (int broker = 0; broker < brokers; broker++) {
                while (leaders.count[broker] > above && hand(broker)) {
                    found = true;
                }
            }
        }
    }

    /** What every broker leads and may hand on, the smallest first. */
    private void gather() {
        Arrays.fill(first, 0);
        for (int partition = 0; partition < layout.partitions(); partition++) {
            if (mayChange(partition)) {
                first[leaders.broker(partition) + 1]++;
            }
        }
        for (int broker = 0; broker < brokers; broker++) {
            first[broker + 1] += first[broker];
        }
        System.arraycopy(first, 0, next, 0, brokers);
        for (int partition = layout.partitions() - 1; partition >= 0; partition--) {
            if (mayChange(partition)) {
                led[next[leaders.broker(partition)]++] = partition;
            }
        }
        System.arraycopy(first, 0, next, 0, brokers);
    }

    private boolean mayChange(int partition) {
        return leaders.free[partition] && leaders.leader[partition] >= 0;
    }

    /** How many handovers every broker is away from one that leads too many. */
    private boolean reach() {
        Arrays.fill(level, -1);
        int head = 0;
        int tail = 0;
        for (int broker = 0; broker < brokers; broker++) {
            if (leaders.count[broker] > above) {
                level[broker] = 0;
                queue[tail++] = broker;
            }
        }
        int last = Integer.MAX_VALUE;
        while (head < tail && tail < brokers && level[queue[head]] < last) {
            int broker = queue[head++];
            int rowEnd = tail;
            for (int i = first[broker]; i < first[broker + 1] && tail < brokers; i++) {
                for (int replica = layout.start(led[i]); replica < layout.end(led[i]); replica++) {
                    int other = leaders.assignment.at[replica];
                    if (level[other] < 0) {
                        level[other] = level[broker] + 1;
                        queue[tail++] = other;
                    }
                }
            }
            for (int i = rowEnd; i < tail; i++) {
                if (leaders.count[queue[i]] < below) {
                    last = level[broker] + 1;
                }
            }
        }
        leaveOnlyEnds(last);
        return last < Integer.MAX_VALUE;
    }

    /** In the last row only those that lead too few: no chain goes on from the others, and looking for one takes long. */
    private void leaveOnlyEnds(int last) {
        for (int broker = 0; broker < brokers; broker++) {
            if (level[broker] == last && leaders.count[broker] >= below) {
                level[broker] = -1;
            }
        }
    }

    /** Hands one leadership on, along a chain; every partition is tried once a sweep. */
    private boolean hand(int broker) {
        while (next[broker] < first[broker + 1]) {
            int partition = led[next[broker]++];
            for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
                int other = leaders.assignment.at[replica];
                if (level[other] == level[broker] + 1 && (leaders.count[other] < below || hand(other))) {
                    leaders.lead(partition, replica);
                    return true;
                }
            }
        }
        return false;
    }
}
