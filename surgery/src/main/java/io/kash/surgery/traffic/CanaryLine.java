package io.kash.surgery.traffic;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far one run of a canary is, as the store keeps it: a line when it begins, one every few seconds, one at its end. A
 * shell that is killed leaves its run without the last.
 *
 * @param run its id, which stands in every record it wrote
 * @param slowestMillis the longest a record waited for its acknowledgement
 */
public record CanaryLine(
        String run, Phase phase, Instant at, SortedMap<Integer, Tally> partitions, long slowestMillis) {
    /** Which line of its run it is. */
    public enum Phase {
        BEGUN,
        COUNTED,
        ENDED
    }

    /**
     * What became of the records of one partition, numbered 0, 1, 2, …
     *
     * @param start the offset at which the log ended when the run began
     * @param sent how many were sent; those with no fate yet are in none of the three sets
     */
    public record Tally(long start, long sent, Numbers acknowledged, Numbers failed, Numbers unknown) {}

    public CanaryLine {
        partitions = Collections.unmodifiableSortedMap(new TreeMap<>(partitions));
    }
}
