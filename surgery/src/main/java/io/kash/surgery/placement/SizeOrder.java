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
        int[] other = new int[sizes.length];
        for (int shift = 0; shift < 63 && most >>> shift > 0; shift += BITS) {
            pass(sizes, shift, order, other);
            int[] sorted = other;
            other = order;
            order = sorted;
        }
        return order;
    }

    private static void pass(long[] sizes, int shift, int[] from, int[] to) {
        int[] next = new int[MASK + 2];
        for (int i : from) {
            next[MASK - (int) (sizes[i] >>> shift & MASK) + 1]++;
        }
        for (int digit = 0; digit <= MASK; digit++) {
            next[digit + 1] += next[digit];
        }
        for (int i : from) {
            to[next[MASK - (int) (sizes[i] >>> shift & MASK)]++] = i;
        }
    }
}
