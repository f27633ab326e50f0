package io.kash.surgery.simulation;

import java.util.List;
import java.util.Random;

/** All the chance there is in one run; the same seed rolls the same. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        // Neighbouring seeds would roll alike at first.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
    }

    /** True that many times in a thousand. */
    boolean chance(int perMille) {
        return random.nextInt(1000) < perMille;
    }

    /** From the first to the second, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** In an order of chance. */
    <T> List<T> shuffled(List<T> from) {
        List<T> all = new java.util.ArrayList<>(from);
        java.util.Collections.shuffle(all, random);
        return all;
    }
}
