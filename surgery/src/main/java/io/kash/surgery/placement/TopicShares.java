package io.kash.surgery.placement;

/**
 * How many replicas of a topic a broker of a zone holds, so that no topic gathers on one broker: at most its even share
 * and one, or one more than the most that any holds already. Only topics that have something to move are counted.
 */
final class TopicShares {
    private static final short[] NONE = {};

    private final int[] topicOf;
    private final int[] limit;
    private final short[][] counts;
    private final int bins;

    /**
     * @param topicOf the topic of every replica's partition, through {@code owner}
     * @param replicas how many replicas of every topic the zone will hold
     * @param concerned topics that have something to move
     */
    TopicShares(int[] topicOf, int bins, int[] replicas, boolean[] concerned) {
        this.topicOf = topicOf;
        this.bins = bins;
        this.limit = new int[replicas.length];
        this.counts = new short[replicas.length][];
        for (int topic = 0; topic < replicas.length; topic++) {
            limit[topic] = (replicas[topic] + bins - 1) / bins + 1;
            counts[topic] = concerned[topic] ? new short[bins] : NONE;
        }
    }

    boolean full(int partition, int bin) {
        int topic = topicOf[partition];
        return counts[topic][bin] >= limit[topic];
    }

    /** Whether there are more than should be. */
    boolean over(int partition, int bin) {
        int topic = topicOf[partition];
        return counts[topic][bin] > limit[topic];
    }

    /** Lets what is there now be: a limit is never less than one more than the most a bin holds. */
    void admitPresent() {
        for (int topic = 0; topic < limit.length; topic++) {
            for (short count : counts[topic]) {
                limit[topic] = Math.max(limit[topic], count + 1);
            }
        }
    }

    void add(int partition, int bin, int change) {
        short[] row = counts[topicOf[partition]];
        if (row.length == bins) {
            row[bin] += (short) change;
        }
    }
}
