package io.kash.lab.traffic;

import java.util.Arrays;

/** What became of the records sent to one partition, by sequence number: 0, 1, 2, …. */
final class PartitionLedger {
    static final long NO_OFFSET = -1;

    private static final int FIRST_ROOM = 256;

    private Fate[] fates = new Fate[FIRST_ROOM];
    private long[] offsets = new long[FIRST_ROOM];
    private int sent;

    synchronized int nextSequence() {
        if (sent == fates.length) {
            fates = Arrays.copyOf(fates, 2 * sent);
            offsets = Arrays.copyOf(offsets, 2 * sent);
        }
        fates[sent] = Fate.PENDING;
        offsets[sent] = NO_OFFSET;
        return sent++;
    }

    synchronized void settle(int sequence, Fate fate, long offset) {
        fates[sequence] = fate;
        offsets[sequence] = offset;
    }

    synchronized int sent() {
        return sent;
    }

    synchronized Fate fate(int sequence) {
        return fates[sequence];
    }

    /** Where the record was acknowledged to be; negative when the broker did not say, as for a repeated batch. */
    synchronized long offset(int sequence) {
        return offsets[sequence];
    }
}
