package io.kash.surgery.traffic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * How long records have waited for their acknowledgement of late, and how long those have by now that still do: a cluster
 * that acknowledges nothing at all is the slowest of all. Filled and asked in different threads.
 */
final class Acknowledgements {
    /** Fewer say nothing about the slowest of them. */
    private static final int LEAST = 10;
    /** About a minute's of a hundred partitions; what nobody asks for is not kept for ever. */
    private static final int MOST = 60_000;

    private final List<Waited> waited = new ArrayList<>();
    /** When records that have no fate yet were sent, and how many at that moment. */
    private final Map<Sent, Integer> waiting = new HashMap<>();

    private record Waited(int partition, long nanos) {}

    private record Sent(int partition, long atNanos) {}

    synchronized void sent(int partition, long atNanos) {
        waiting.merge(new Sent(partition, atNanos), 1, Integer::sum);
    }

    /** One that was sent then was acknowledged, or given up. */
    synchronized void told(int partition, long sentAtNanos, long nowNanos) {
        waiting.computeIfPresent(new Sent(partition, sentAtNanos), (at, count) -> count == 1 ? null : count - 1);
        if (waited.size() < MOST) {
            waited.add(new Waited(partition, nowNanos - sentAtNanos));
        }
    }

    /**
     * Within how many milliseconds 99 of 100 came since it was last asked; empty, and kept, where they are too few.
     *
     * @param unsettled partitions that are passed over, now and for good
     */
    synchronized OptionalLong within(long nowNanos, Set<Integer> unsettled) {
        waited.removeIf(record -> unsettled.contains(record.partition()));
        List<Long> all = new ArrayList<>();
        waited.forEach(record -> all.add(record.nanos()));
        waiting.forEach((sent, count) -> {
            if (!unsettled.contains(sent.partition())) {
                all.addAll(Collections.nCopies(count, nowNanos - sent.atNanos()));
            }
        });
        if (all.size() < LEAST) {
            return OptionalLong.empty();
        }
        Collections.sort(all);
        waited.clear();
        return OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(all.get((int) Math.ceil(all.size() * 0.99) - 1)));
    }
}
