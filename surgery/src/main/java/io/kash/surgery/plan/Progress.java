package io.kash.surgery.plan;

/**
 * How far a step is.
 *
 * @param unit what is counted
 * @param done units done, 0 to {@code total}
 * @param total units to do in all
 * @param inFlight things being changed at once now, such as partitions in a reassignment
 */
public record Progress(Unit unit, long done, long total, int inFlight) {
    /** What is counted. */
    public enum Unit {
        BYTES,
        PARTITIONS,
        SERVERS,
        CHANGES
    }
}
