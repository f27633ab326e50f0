package io.kash.surgery.placement;

/**
 * Chooses leaders: those that stay keep leading as far as that is even; a partition that lost its leader takes the broker
 * that will lead the fewest bytes; then brokers that lead too many hand some to those that lead too few.
 */
final class LeaderChoice {
    private final Leaders leaders;

    LeaderChoice(Leaders leaders) {
        this.leaders = leaders;
    }

    /** @param excess how much more than the mean of bytes a broker may lead, as a part of it */
    void choose(double excess) {
        fillOpen();
        shed();
        new LeaderFlow(leaders).run();
        new LeaderExchange(leaders, leaders.meanBytes * (1 + excess)).run();
    }

    /** The largest first, each to the one of its brokers that will lead least once its share is full. */
    void fillOpen() {
        Layout layout = leaders.layout;
        double bytesLeft = 0;
        int left = 0;
        for (int partition = 0; partition < layout.partitions(); partition++) {
            if (leaders.leader[partition] < 0 && layout.end(partition) > layout.start(partition)) {
                bytesLeft += layout.size(partition);
                left++;
            }
        }
        for (int partition = 0; partition < layout.partitions(); partition++) {
            if (leaders.leader[partition] >= 0) {
                continue;
            }
            double average = bytesLeft / Math.max(1, left);
            int best = -1;
            double bestKey = 0;
            for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
                int broker = leaders.assignment.at[replica];
                int open = leaders.high - leaders.count[broker];
                double key = leaders.bytes[broker] + open * average;
                if (open <= 0) {
                    key = Double.MAX_VALUE / 4 * (1 - 1.0 / (2 - open));
                }
                if (best < 0 || key < bestKey) {
                    best = replica;
                    bestKey = key;
                }
            }
            if (best >= 0) {
                leaders.lead(partition, best);
                bytesLeft -= layout.size(partition);
                left--;
            }
        }
    }

    /** From those that lead too many and too much, what is large: the rest of the numbers then goes with small ones. */
    void shed() {
        Layout layout = leaders.layout;
        for (int partition = 0; partition < layout.partitions(); partition++) {
            int from = leaders.broker(partition);
            if (from < 0 || !leaders.free[partition] || leaders.count[from] <= leaders.high) {
                continue;
            }
            long size = layout.size(partition);
            if (leaders.bytes[from] - size < leaders.meanBytes) {
                continue;
            }
            int best = -1;
            for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
                int to = leaders.assignment.at[replica];
                if (leaders.count[to] < leaders.low
                        && leaders.bytes[to] + size <= leaders.meanBytes
                        && (best < 0 || leaders.bytes[to] < leaders.bytes[leaders.assignment.at[best]])) {
                    best = replica;
                }
            }
            if (best >= 0) {
                leaders.lead(partition, best);
            }
        }
    }
}
