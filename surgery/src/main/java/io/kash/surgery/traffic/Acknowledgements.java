package io.kash.surgery.traffic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** How long records have waited for their acknowledgement of late. Filled and asked in different threads. */
final class Acknowledgements {
    /** Fewer say nothing about the slowest of them. */
    private static final int LEAST = 10;
    /** About a minute's of a hundred partitions; what nobody asks for is not kept for ever. */
    private static final int MOST = 60_000;

    private final List<Long> nanos = new ArrayList<>();

    synchronized void add(long waitedNanos) {
        if (nanos.size() < MOST) {
            nanos.add(waitedNanos);
        }
    }

    /** Within how many milliseconds 99 of 100 came since it was last asked; empty, and kept, where they are too few. */
    synchronized OptionalLong within() {
        if (nanos.size() < LEAST) {
            return OptionalLong.empty();
        }
        Collections.sort(nanos);
        long slowest = nanos.get((int) Math.ceil(nanos.size() * 0.99) - 1);
        nanos.clear();
        return OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(slowest));
    }
}
