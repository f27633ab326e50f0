package io.kash.surgery.placement;

import java.util.Arrays;

/**
 * Saves bytes where few replicas move, and so no single exchange fits: two exchanges between the same two bins at once, of
 * any of their replicas. So one large replica goes home for two that come nearer together, and two that crossed both go
 * home. Only where two bins hold a few hundred replicas: with more of them there is always one that fits.
 */
final class DoubleExchange {
    /** How many exchanges there may be between two bins, and how many are looked at in all: about a tenth of a second. */
    private static final long MOST = 60_000;

    private static final long BUDGET = 500_000;
    private static final int TRIES = 60;

    /** What a change of leader counts, as a part of what a bin holds: it decides between plans as good as equal. */
    private static final double LEADER = 0.00005;

    private final Zone zone;
    private final Members members;
    private final Window window;
    /** What a change of leader counts, in bytes. */
    private final long leader;

    private long left = BUDGET;
    /** The exchanges of two bins: an item of the one, an item of the other. */
    private int[] mine = {};

    private int[] theirs = {};
    /** What the first bin gains, and what moves more, in bytes. */
    private long[] gain = {};

    private long[] cost = {};
    private int exchanges;

    DoubleExchange(Zone zone, Members members, Window window) {
        this.zone = zone;
        this.members = members;
        this.window = window;
        this.leader = (long) (window.ceiling() * LEADER);
    }

    void run() {
        boolean better = true;
        while (better) {
            better = false;
            for (int one = 0; one < zone.bins.length; one++) {
                for (int other = one + 1; other < zone.bins.length; other++) {
                    while (improve(one, other)) {
                        better = true;
                    }
                }
            }
        }
    }

    private boolean improve(int one, int other) {
        long all = (long) members.count(one) * members.count(other);
        left -= all;
        if (all > MOST || left < 0) {
            return false;
        }
        gather(one, other);
        double low = Math.max(window.floor() - zone.bytes(one), zone.bytes(other) - window.ceiling());
        double high = Math.min(window.ceiling() - zone.bytes(one), zone.bytes(other) - window.floor());
        int[] partner = new int[exchanges];
        long[] saved = new long[exchanges];
        pair(low, high, partner, saved);
        for (int tries = 0; tries < TRIES; tries++) {
            int best = 0;
            for (int i = 1; i < exchanges; i++) {
                best = saved[i] > saved[best] ? i : best;
            }
            if (exchanges == 0 || saved[best] <= 0) {
                return false;
            }
            exchange(best, one, other);
            if (partner[best] < 0) {
                return true;
            }
            if (mayExchange(partner[best])) {
                exchange(partner[best], one, other);
                return true;
            }
            exchange(best, other, one);
            saved[best] = 0;
        }
        return false;
    }

    private void gather(int one, int other) {
        int[] ours = members.all(one);
        int[] others = members.all(other);
        exchanges = 0;
        mine = new int[ours.length * others.length];
        theirs = new int[mine.length];
        gain = new long[mine.length];
        cost = new long[mine.length];
        for (int item : ours) {
            for (int back : others) {
                mine[exchanges] = item;
                theirs[exchanges] = back;
                if (mayExchange(exchanges)) {
                    gain[exchanges] = members.size(back) - members.size(item);
                    cost[exchanges++] = cost(item, one, other) + cost(back, other, one);
                }
            }
        }
    }

    private long cost(int item, int from, int to) {
        int home = members.home(item);
        if (home != from && home != to) {
            return 0;
        }
        boolean leads = zone.assignment.leads(zone.items[item]) && zone.leadersToSpare(home) == 0;
        long bytes = members.size(item) + (leads ? leader : 0);
        return home == from ? bytes : -bytes;
    }

    /**
     * For every exchange the one that saves most together with it, or none where alone is better; of those that keep both
     * bins in the window. The more the one gains the less the other may: what may be its partner is a range that slides
     * along the order of gains, and the cheapest of it stands at the head of a queue.
     */
    private void pair(double low, double high, int[] partner, long[] saved) {
        Arrays.fill(partner, -1);
        int[] order = order();
        int[] queue = new int[exchanges];
        int head = 0;
        int tail = 0;
        int next = exchanges - 1;
        for (int i : order) {
            while (next >= 0 && gain[order[next]] + gain[i] <= high) {
                while (tail > head && cost[queue[tail - 1]] >= cost[order[next]]) {
                    tail--;
                }
                queue[tail++] = order[next--];
            }
            while (head < tail && gain[queue[head]] + gain[i] < low) {
                head++;
            }
            if (gain[i] >= low && gain[i] <= high) {
                saved[i] = -cost[i];
            }
            if (head < tail) {
                int with = queue[head];
                boolean apart = mine[with] != mine[i] && theirs[with] != theirs[i];
                if (apart && -cost[i] - cost[with] > saved[i]) {
                    saved[i] = -cost[i] - cost[with];
                    partner[i] = with;
                }
            }
        }
    }

    /** The exchanges, those with the largest gain first. */
    private int[] order() {
        long least = 0;
        for (int i = 0; i < exchanges; i++) {
            least = Math.min(least, gain[i]);
        }
        long[] keys = new long[exchanges];
        for (int i = 0; i < exchanges; i++) {
            keys[i] = gain[i] - least;
        }
        return SizeOrder.largestFirst(keys);
    }

    private boolean mayExchange(int i) {
        return zone.mayExchange(zone.items[mine[i]], zone.items[theirs[i]]);
    }

    /** Makes an exchange; or takes it back, with the bins named the other way round. */
    private void exchange(int i, int from, int to) {
        zone.exchange(zone.items[mine[i]], zone.items[theirs[i]]);
        members.move(mine[i], from, to);
        members.move(theirs[i], to, from);
    }
}
