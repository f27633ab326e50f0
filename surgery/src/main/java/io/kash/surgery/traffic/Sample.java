package io.kash.surgery.traffic;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many messages arrived between two looks, by the broker that led their partitions at the second.
 *
 * @param at when the second look was taken
 * @param millis how long after the first
 * @param messages by broker id; brokers that lead nothing are not in it
 */
public record Sample(Instant at, long millis, SortedMap<Integer, Long> messages) {
    public Sample {
        messages = Collections.unmodifiableSortedMap(new TreeMap<>(messages));
    }

    /** Messages a second on one broker. */
    public double rate(int broker) {
        return millis <= 0 ? 0 : messages.getOrDefault(broker, 0L) * 1000.0 / millis;
    }
}
