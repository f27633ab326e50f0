package io.kash.surgery.placement;

import java.util.Arrays;

/**
 * Lowers the bytes of the broker that leads most of them: it hands one partition to another of its brokers and takes a
 * smaller one back, so that numbers stay as they are, or takes none back where numbers allow.
 */
final class LeaderExchange {
    private static final int KNOWN = -1;

    private final Leaders leaders;
    private final Layout layout;
    private final double enough;
    private final int[] head;
    /** By broker: the replicas it holds, the largest first, once it was above the limit; else none. */
    private final int[][] held;
    /** By place among the replicas of the broker that is relieved: of what another leads and this one could take. */
    private final int[] link;

    private final long[] sizes;
    private final int[] costs;
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
        this.head = new int[brokers];
        Arrays.fill(head, -1);
        this.held = new int[brokers][0];
        int most = Arrays.stream(leaders.assignment.count).max().orElse(0);
        this.link = new int[most];
        this.sizes = new long[most];
        this.costs = new int[most];
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
        int[] replicas = heldBy(broker);
        offer(broker, replicas);
        need = leaders.bytes[broker] - enough;
        bestGiven = -1;
        bestRank = Double.MAX_VALUE;
        for (int leading : replicas) {
            int partition = leaders.assignment.owner[leading];
            if (leaders.leader[partition] == leading && leaders.free[partition]) {
                for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
                    if (replica != leading) {
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
            int taken = replicas[bestTaken];
            leaders.lead(leaders.assignment.owner[taken], taken);
        }
        return true;
    }

    /** Goes through all replicas when it has to, and then for all brokers that are above: they are a few, as a rule. */
    private int[] heldBy(int broker) {
        if (held[broker].length == 0) {
            int[] at = leaders.assignment.at;
            int[] next = new int[held.length];
            Arrays.fill(next, KNOWN);
            for (int one = 0; one < held.length; one++) {
                if (held[one].length == 0 && leaders.bytes[one] > enough) {
                    held[one] = new int[leaders.assignment.count[one]];
                    next[one] = 0;
                }
            }
            for (int replica = 0; replica < at.length; replica++) {
                if (at[replica] >= 0 && next[at[replica]] != KNOWN) {
                    held[at[replica]][next[at[replica]]++] = replica;
                }
            }
        }
        return held[broker];
    }

    /** What a broker could take back, by who leads it now. */
    private void offer(int broker, int[] replicas) {
        for (int i = 0; i < replicas.length; i++) {
            int partition = leaders.assignment.owner[replicas[i]];
            int other = leaders.broker(partition);
            if (other >= 0 && other != broker && leaders.free[partition]) {
                sizes[i] = layout.size(partition);
                costs[i] = leaders.cost(partition, replicas[i]) - leaders.cost(partition, leaders.leader[partition]);
                link[i] = head[other];
                head[other] = i;
            }
        }
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
        for (int i = head[other]; i >= 0; i = link[i]) {
            rank(gap, (double) (size - sizes[i]), cost + costs[i], given, replica, i);
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
