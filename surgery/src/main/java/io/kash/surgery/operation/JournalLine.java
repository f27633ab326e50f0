package io.kash.surgery.operation;

import java.time.Instant;

/**
 * One line of a journal.
 *
 * @param seq 1, 2, 3, …
 * @param fence the fencing number of the holder that wrote it
 * @param previous the SHA-256 of the line before it as it stands, in hex; empty for the first
 */
public record JournalLine(long seq, Instant at, long fence, String previous, Event event) {}
