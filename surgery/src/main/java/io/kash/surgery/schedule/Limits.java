package io.kash.surgery.schedule;

/**
 * How much may be in flight.
 *
 * @param tickSeconds how long it takes until what has arrived is seen and something else can be begun, above 0
 * @param perBroker the most partitions any broker sends, and the most it receives, at once; at least 1
 */
public record Limits(double tickSeconds, int perBroker) {
    public Limits {
        if (tickSeconds <= 0 || perBroker < 1) {
            throw new IllegalArgumentException("a tick takes time, and at least one partition is in flight");
        }
    }
}
