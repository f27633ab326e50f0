package io.kash.surgery.placement;

import java.util.Arrays;

/**
 * Lowers the bytes of the broker that leads most of them: it hands one partition to another of its brokers and takes a
 * smaller one back, so that numbers stay as they are, or takes none back where numbers allow.
 */
final class LeaderExchange {
    private final Leaders leaders;
    private final Layout layout;
    private final double enough;
    private final int[] first;
    private final int[] held;
    private final int[] head;
    private final int[] link;
    private int bestGiven;
    private int bestTaken;
    private int bestReplica;
    private double bestRank;
    private double need;

    /** @param enough bytes no broker should lead more than */
    LeaderExchange(Leaders leaders, double enough) {
        this.leaders = leaders;
        this.layout = leaders.layout;
        this.enough = enough;
        int brokers = layout.brokers();
        this.first = new int[brokers + 1];
        this.head = new int[brokers];
        Arrays.fill(head, -1);
        int[] at = leaders.assignment.at;
        for (int broker : at) {
            if (broker >= 0) {
                first[broker + 1]++;
            }
        }
        int most = 0;
        for (int broker = 0; broker < brokers; broker++) {
            most = Math.max(most, first[broker + 1]);
            first[broker + 1] += first[broker];
        }
        this.link = new int[most];
        this.held = new int[first[brokers]];
        int[] next = first.clone();
        for (int partition = 0; partition < layout.partitions(); partition++) {
            for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
                if (at[replica] >= 0) {
                    held[next[at[replica]]++] = replica;
                }
            }
        }
    }

    void run() {
        boolean[] stuck = new boolean[layout.brokers()];
        for (int turn = 0; turn < 30 * layout.brokers(); turn++) {
            int most = -1;
            for (int broker = 0; broker < stuck.length; broker++) {
                if (!stuck[broker] && (most < 0 || leaders.bytes[broker] > leaders.bytes[most])) {
                    most = broker;
                }
            }
            if (most < 0 || leaders.bytes[most] <= enough) {
                return;
            }
            if (!relieve(most)) {
                stuck[most] = true;
            }
        }
    }

    private boolean relieve(int broker) {
        for (int i = first[broker]; i < first[broker + 1]; i++) {
            int partition = leaders.assignment.owner[held[i]];
            int other = leaders.broker(partition);
            if (other >= 0 && other != broker && leaders.free[partition]) {
                link[i - first[broker]] = head[other];
                head[other] = i;
            }
        }
        need = leaders.bytes[broker] - enough;
        bestGiven = -1;
        bestRank = Double.MAX_VALUE;
        for (int i = first[broker]; i < first[broker + 1]; i++) {
            int partition = leaders.assignment.owner[held[i]];
            if (leaders.leader[partition] == held[i] && leaders.free[partition]) {
                for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
                    if (replica != held[i]) {
                        consider(broker, partition, replica);
                    }
                }
            }
        }
        Arrays.fill(head, -1);
        if (bestGiven < 0) {
            return false;
        }
        leaders.lead(bestGiven, bestReplica);
        if (bestTaken >= 0) {
            leaders.lead(leaders.assignment.owner[bestTaken], bestTaken);
        }
        return true;
    }

    /** Everything that can come back for a partition handed to one other broker. */
    private void consider(int broker, int given, int replica) {
        int other = leaders.assignment.at[replica];
        double gap = leaders.bytes[broker] - leaders.bytes[other];
        if (gap <= 0 || leaders.assignment.at[replica] < 0) {
            return;
        }
        long size = layout.size(given);
        int cost = leaders.cost(given, replica) - leaders.cost(given, leaders.leader[given]);
        if (leaders.count[broker] > leaders.low && leaders.count[other] < leaders.high) {
            rank(gap, (double) size, cost, given, replica, -1);
        }
        for (int i = head[other]; i >= 0; i = link[i - first[broker]]) {
            int taken = leaders.assignment.owner[held[i]];
            int change = leaders.cost(taken, held[i]) - leaders.cost(taken, leaders.leader[taken]);
            rank(gap, (double) (size - layout.size(taken)), cost + change, given, replica, held[i]);
        }
    }

    /** What brings the one under its limit and the other not over it, with few changes of leaders. */
    private void rank(double gap, double change, int cost, int given, int replica, int taken) {
        if (change <= gap * 0.02 || change >= gap * 0.98) {
            return;
        }
        double missing = Math.max(0, need - change) + Math.max(0, change - (gap - need));
        double rank = cost + 4 * missing / need;
        if (rank < bestRank) {
            bestRank = rank;
            bestGiven = given;
            bestReplica = replica;
            bestTaken = taken;
        }
    }
}
