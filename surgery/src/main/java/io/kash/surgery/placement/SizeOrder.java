package io.kash.surgery.placement;

/** The order of sizes: a radix sort, since a million partitions are sorted at once and nothing else decides the order. */
final class SizeOrder {
    private static final int BITS = 11;
    private static final int MASK = (1 << BITS) - 1;

    private SizeOrder() {}

    /** The places of sizes, the largest first; of equal ones the first first. */
    static int[] largestFirst(long[] sizes) {
        int[] order = new int[sizes.length];
        long most = 0;
        for (int i = 0; i < sizes.length; i++) {
            order[i] = i;
            most = Math.max(most, sizes[i]);
        }
        // Sizes go along with their places: looked up by place, nearly each would be fetched from far away in memory.
        long[] keys = sizes.clone();
        int[] otherOrder = new int[sizes.length];
        long[] otherKeys = new long[sizes.length];
        for (int shift = 0; shift < 63 && most >>> shift > 0; shift += BITS) {
            pass(shift, keys, order, otherKeys, otherOrder);
            int[] sorted = otherOrder;
            otherOrder = order;
            order = sorted;
            long[] sortedKeys = otherKeys;
            otherKeys = keys;
            keys = sortedKeys;
        }
        return order;
    }

    private static void pass(int shift, long[] keys, int[] order, long[] keysThen, int[] orderThen) {
        int[] next = new int[MASK + 2];
        for (long key : keys) {
            next[MASK - (int) (key >>> shift & MASK) + 1]++;
        }
        for (int digit = 0; digit <= MASK; digit++) {
            next[digit + 1] += next[digit];
        }
        for (int i = 0; i < order.length; i++) {
            int place = next[MASK - (int) (keys[i] >>> shift & MASK)]++;
            orderThen[place] = order[i];
            keysThen[place] = keys[i];
        }
    }
}
