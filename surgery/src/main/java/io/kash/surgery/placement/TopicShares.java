package io.kash.surgery.placement;

/**
 * How many replicas of a topic a broker of a zone may still be given, so that no topic gathers on one broker: at most its
 * even share and one, or one more than the most that any holds already. Only topics that have something to move are
 * counted. All is in one array, for it is asked for in no order of memory: each answer is one look.
 */
final class TopicShares {
    private static final int NOT_COUNTED = -1;

    private final int[] topicOf;
    private final int bins;
    /** By topic: where its bins begin, or {@link #NOT_COUNTED}. */
    private final int[] first;
    /** By topic and bin: how many more there may be; below 0 where there are more than should be. */
    private final short[] room;

    /**
     * @param topicOf the topic of every partition
     * @param concerned topics that have something to move
     */
    TopicShares(int[] topicOf, int bins, boolean[] concerned) {
        this.topicOf = topicOf;
        this.bins = bins;
        this.first = new int[concerned.length];
        int next = 0;
        for (int topic = 0; topic < concerned.length; topic++) {
            first[topic] = concerned[topic] ? next : NOT_COUNTED;
            next = concerned[topic] ? Math.addExact(next, bins) : next;
        }
        this.room = new short[next];
    }

    /**
     * Sets the limits, once what is there is counted; a limit is never less than one more than the most a bin holds.
     *
     * @param homeless by topic, how many replicas the zone is to be given
     */
    void limit(int[] homeless) {
        for (int topic = 0; topic < first.length; topic++) {
            if (first[topic] == NOT_COUNTED) {
                continue;
            }
            int all = homeless[topic];
            int most = 0;
            for (int i = first[topic]; i < first[topic] + bins; i++) {
                all -= room[i];
                most = Math.max(most, -room[i]);
            }
            int limit = Math.max((all + bins - 1) / bins, most) + 1;
            for (int i = first[topic]; i < first[topic] + bins; i++) {
                room[i] += (short) limit;
            }
        }
    }

    boolean full(int partition, int bin) {
        return room[first[topicOf[partition]] + bin] <= 0;
    }

    /** Whether there are more than should be. */
    boolean over(int partition, int bin) {
        return room[first[topicOf[partition]] + bin] < 0;
    }

    void add(int partition, int bin, int change) {
        count(topicOf[partition], bin, change);
    }

    void count(int topic, int bin, int change) {
        int row = first[topic];
        if (row != NOT_COUNTED) {
            room[row + bin] -= (short) change;
        }
    }
}
