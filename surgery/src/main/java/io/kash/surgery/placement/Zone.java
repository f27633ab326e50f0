package io.kash.surgery.placement;

import java.util.Arrays;

/**
 * Brokers among which replicas can be moved freely, and those replicas: a rack, or a whole cluster. Brokers are called
 * bins here and counted from 0.
 */
final class Zone {
    final Assignment assignment;
    /** Brokers, by bin. */
    final int[] bins;
    /** Replicas that have no broker yet, or may leave theirs: the largest first. */
    final int[] items;

    final TopicShares shares;
    /** By bin: how many replicas it is still to be given. */
    final int[] open;
    /** By bin: the bytes it is to hold in the end, as far as that can be had; all 0 to fill the emptiest first. */
    final double[] goal;

    private final int[] binOf;
    private final int racks;

    Zone(Assignment assignment, int[] bins, int[] items) {
        this.assignment = assignment;
        this.bins = bins;
        this.items = items;
        this.open = new int[bins.length];
        this.goal = new double[bins.length];
        this.binOf = new int[assignment.layout.brokers()];
        Arrays.fill(binOf, -1);
        for (int bin = 0; bin < bins.length; bin++) {
            binOf[bins[bin]] = bin;
        }
        this.racks = (int)
                Arrays.stream(bins).map(assignment.layout::rackOf).distinct().count();
        this.shares = emptyShares();
    }

    private Zone(Zone whole, int[] items) {
        this.assignment = whole.assignment;
        this.bins = whole.bins;
        this.items = items;
        this.shares = whole.shares;
        this.open = whole.open;
        this.goal = whole.goal;
        this.binOf = whole.binOf;
        this.racks = whole.racks;
    }

    /** This zone with fewer replicas to move about, the largest first. */
    Zone of(int[] some) {
        return new Zone(this, some);
    }

    /** Counts one more replica of a topic, or one fewer, on one of these brokers: for the shares of topics. */
    void count(int topic, int broker, int change) {
        shares.count(topic, binOf[broker], change);
    }

    /** Sets the shares of topics, once all that is held is counted. */
    void limitShares() {
        int[] homeless = new int[assignment.layout.topics()];
        for (int replica : items) {
            if (assignment.at[replica] == Assignment.NOWHERE) {
                homeless[assignment.layout.topicOf(assignment.owner[replica])]++;
            }
        }
        shares.limit(homeless);
    }

    private TopicShares emptyShares() {
        Layout layout = assignment.layout;
        boolean[] concerned = new boolean[layout.topics()];
        for (int replica : items) {
            concerned[layout.topicOf(assignment.owner[replica])] = true;
        }
        return new TopicShares(layout.topicArray(), bins.length, concerned);
    }

    /** The bin a replica is in, or -1. */
    int bin(int replica) {
        return assignment.at[replica] == Assignment.NOWHERE ? -1 : binOf[assignment.at[replica]];
    }

    /** The bin a replica was in at first, or -1. */
    int homeBin(int replica) {
        return binOf[assignment.home(replica)];
    }

    long bytes(int bin) {
        return assignment.bytes[bins[bin]];
    }

    int count(int bin) {
        return assignment.count[bins[bin]];
    }

    /** How many partitions a bin still leads that would have to change their leader for the numbers' sake. */
    int leadersToSpare(int bin) {
        return Math.max(0, assignment.leading[bins[bin]] - assignment.leadersEach);
    }

    void take(int replica) {
        shares.add(assignment.owner[replica], bin(replica), -1);
        assignment.take(replica);
    }

    void give(int replica, int bin) {
        assignment.give(replica, bins[bin]);
        shares.add(assignment.owner[replica], bin, 1);
    }

    /** Whether a replica may be in a bin: no sibling there, and no more of them in its rack than there have to be. */
    boolean allows(int replica, int bin) {
        int broker = bins[bin];
        if (assignment.holdsSibling(replica, broker)) {
            return false;
        }
        if (racks == 1) {
            return true;
        }
        int rack = assignment.layout.rackOf(broker);
        int partition = assignment.owner[replica];
        int factor = assignment.layout.end(partition) - assignment.layout.start(partition);
        return assignment.siblingsIn(replica, rack) == 0
                || assignment.racksOfSiblings(replica) >= Math.min(factor, racks);
    }

    /** Whether two replicas in different bins may change places. */
    boolean mayExchange(int replica, int other) {
        int[] owner = assignment.owner;
        if (owner[replica] == owner[other]) {
            return false;
        }
        int bin = bin(replica);
        int otherBin = bin(other);
        return (sameTopic(replica, other)
                        || (!shares.full(owner[replica], otherBin) && !shares.full(owner[other], bin)))
                && allows(replica, otherBin)
                && allows(other, bin);
    }

    boolean sameTopic(int replica, int other) {
        int[] owner = assignment.owner;
        return assignment.layout.topicOf(owner[replica]) == assignment.layout.topicOf(owner[other]);
    }

    void exchange(int replica, int other) {
        int bin = bin(replica);
        int otherBin = bin(other);
        take(replica);
        take(other);
        give(replica, otherBin);
        give(other, bin);
    }

    /** Replicas that have no broker, the largest first. */
    int[] homeless() {
        return Arrays.stream(items)
                .filter(replica -> assignment.at[replica] == Assignment.NOWHERE)
                .toArray();
    }

    /** Opens places for so many replicas where there are fewest: water let into a vessel with an uneven floor. */
    void openEvenly(int places) {
        int low = 0;
        int high = Integer.MAX_VALUE - 1;
        while (low < high) {
            int level = (int) (((long) low + high + 1) / 2);
            long needed = 0;
            for (int bin = 0; bin < bins.length; bin++) {
                needed += Math.max(0, level - count(bin));
            }
            if (needed <= places) {
                low = level;
            } else {
                high = level - 1;
            }
        }
        int left = places;
        for (int bin = 0; bin < bins.length; bin++) {
            open[bin] = Math.max(0, low - count(bin));
            left -= open[bin];
        }
        for (int bin = 0; bin < bins.length && left > 0; bin++) {
            if (count(bin) <= low) {
                open[bin]++;
                left--;
            }
        }
    }
}
