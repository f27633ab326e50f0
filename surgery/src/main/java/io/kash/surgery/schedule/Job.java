package io.kash.surgery.schedule;

/**
 * What is left to copy of one partition: from the one broker that leads it to all that receive it.
 *
 * @param name what it is, for whoever asked
 * @param source the broker that sends now
 * @param receivers brokers that receive, each once; none where only the order of replicas changes
 * @param left bytes each receiver lacks, in the order of the receivers
 * @param begun whether it is being copied already
 * @param alone whether no other of its sort may be copied beside it
 */
public record Job<N>(N name, int source, Numbers receivers, Numbers left, boolean begun, boolean alone) {
    /** Bytes its source has still to send. */
    long bytesToSend() {
        long bytes = 0;
        for (int at = 0; at < left.count(); at++) {
            bytes += left.at(at);
        }
        return bytes;
    }

    /** The most that one receiver lacks. */
    long mostLeft() {
        long most = 0;
        for (int at = 0; at < left.count(); at++) {
            most = Math.max(most, left.at(at));
        }
        return most;
    }

    /** The same, sent by another broker. */
    public Job<N> from(int other) {
        return new Job<>(name, other, receivers, left, begun, alone);
    }
}
