package io.kash.surgery.traffic;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What became of every record the canaries of an operation wrote.
 *
 * @param runs one for every shell that carried the operation out, in their order
 * @param readBack whether the whole topic was read since the first of them began
 * @param notes what a reader should know beside it
 */
public record CanaryAccount(String topic, List<Run> runs, boolean readBack, List<String> notes) {
    /**
     * One run.
     *
     * @param ended whether it came to its end; one that did not was killed, and its counts are those of its last line
     * @param acknowledged what was acknowledged, as far as it was counted
     * @param found different records of it that are in the topic
     * @param missing acknowledged and not in the topic, by partition
     * @param duplicates records that are there more than once, counted every time but the first
     * @param outOfOrder records that stand after one with a higher number
     */
    public record Run(
            String id,
            Instant begun,
            Instant counted,
            boolean ended,
            long sent,
            long acknowledged,
            long failed,
            long unknown,
            long found,
            SortedMap<Integer, Numbers> missing,
            long duplicates,
            long outOfOrder,
            long slowestMillis) {
        public Run {
            missing = Collections.unmodifiableSortedMap(new TreeMap<>(missing));
        }

        long lost() {
            return missing.values().stream().mapToLong(Numbers::count).sum();
        }
    }

    public CanaryAccount {
        runs = List.copyOf(runs);
        notes = List.copyOf(notes);
    }

    public long acknowledged() {
        return sum(Run::acknowledged);
    }

    public long failed() {
        return sum(Run::failed);
    }

    public long unknown() {
        return sum(Run::unknown);
    }

    /** Acknowledged and not in the topic. */
    public long lost() {
        return sum(Run::lost);
    }

    /** Acknowledged and read back. */
    public long accountedFor() {
        return acknowledged() - lost();
    }

    public long duplicates() {
        return sum(Run::duplicates);
    }

    public long outOfOrder() {
        return sum(Run::outOfOrder);
    }

    /** The longest any record waited for its acknowledgement, in milliseconds. */
    public long slowestMillis() {
        return runs.stream().mapToLong(Run::slowestMillis).max().orElse(0);
    }

    private long sum(ToLongFunction<Run> count) {
        return runs.stream().mapToLong(count).sum();
    }
}
