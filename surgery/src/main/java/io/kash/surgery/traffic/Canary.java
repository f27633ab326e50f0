package io.kash.surgery.traffic;

import io.kash.surgery.traffic.CanaryTopic.Fate;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One run of a canary: writes one record to every partition at each beat and keeps apart what became of them. When it
 * dies, what it had counted last is in the store and what it wrote is in the topic, under its run's id.
 */
final class Canary {
    /** Records of a partition before which a client has not yet found its way. */
    private static final int WARM = 3;

    private final String run;
    private final CanaryTopic topic;
    private final LongSupplier nanoTime;
    private final SortedMap<Integer, Counts> partitions = new TreeMap<>();
    private final Acknowledgements lately = new Acknowledgements();
    private long slowestNanos;

    /** @param starts the ends of the topic's logs now, by partition */
    Canary(String run, CanaryTopic topic, SortedMap<Integer, Long> starts, LongSupplier nanoTime) {
        this.run = run;
        this.topic = topic;
        this.nanoTime = nanoTime;
        starts.forEach((partition, start) -> partitions.put(partition, new Counts(start)));
    }

    private static final class Counts {
        private final long start;
        private final Numbers acknowledged = new Numbers();
        private final Numbers failed = new Numbers();
        private final Numbers unknown = new Numbers();
        private long sent;

        Counts(long start) {
            this.start = start;
        }
    }

    /** Writes the next record of every partition. */
    void beat() {
        partitions.forEach((partition, counts) -> {
            long number = next(counts);
            long sentAt = nanoTime.getAsLong();
            if (number >= WARM) {
                lately.sent(partition, sentAt);
            }
            topic.send(
                    partition,
                    new CanaryRecord(run, partition, number).text(),
                    fate -> told(partition, counts, number, fate, sentAt));
        });
    }

    private synchronized long next(Counts counts) {
        return counts.sent++;
    }

    private synchronized void told(int partition, Counts counts, long number, Fate fate, long sentAt) {
        if (number >= WARM) {
            lately.told(partition, sentAt, nanoTime.getAsLong());
        }
        switch (fate) {
            case ACKNOWLEDGED -> {
                counts.acknowledged.add(number);
                slowestNanos = Math.max(slowestNanos, nanoTime.getAsLong() - sentAt);
            }
            case FAILED -> counts.failed.add(number);
            case UNKNOWN -> counts.unknown.add(number);
        }
    }

    /** As {@link Clients#acknowledgedWithinMillis}. */
    OptionalLong acknowledgedWithinMillis(Set<Integer> unsettled) {
        return lately.within(nanoTime.getAsLong(), unsettled);
    }

    /** How far it is now. In its last line, what has no fate is unknown. */
    synchronized CanaryLine line(CanaryLine.Phase phase, Instant at) {
        SortedMap<Integer, CanaryLine.Tally> tallies = new TreeMap<>();
        partitions.forEach((partition, counts) -> {
            Numbers unknown = counts.unknown.copy();
            for (long number = 0; phase == CanaryLine.Phase.ENDED && number < counts.sent; number++) {
                if (!counts.acknowledged.contains(number) && !counts.failed.contains(number)) {
                    unknown.add(number);
                }
            }
            tallies.put(
                    partition,
                    new CanaryLine.Tally(
                            counts.start, counts.sent, counts.acknowledged.copy(), counts.failed.copy(), unknown));
        });
        return new CanaryLine(run, phase, at, tallies, TimeUnit.NANOSECONDS.toMillis(slowestNanos));
    }
}
