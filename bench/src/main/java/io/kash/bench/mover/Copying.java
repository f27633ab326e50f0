package io.kash.bench.mover;

import io.kash.surgery.schedule.Job;
import io.kash.surgery.schedule.Numbers;

/** One partition of a scene and how far it is. */
final class Copying {
    final int number;
    /** Brokers in sync that may lead it, the present leader first. */
    final Numbers inSync;

    final int[] receivers;
    final long bytes;
    final double[] left;
    /** Kafka's own topics go one partition at a time. */
    final boolean internal;

    int source;
    State state = State.WAITING;

    /** Where it stands. What has arrived is seen at the next tick. */
    enum State {
        WAITING,
        COPYING,
        ARRIVED,
        SEEN
    }

    Copying(int number, Numbers inSync, int[] receivers, long bytes, boolean internal) {
        this.number = number;
        this.inSync = inSync;
        this.receivers = receivers.clone();
        this.bytes = bytes;
        this.internal = internal;
        this.left = new double[receivers.length];
        this.source = Math.toIntExact(inSync.at(0));
        java.util.Arrays.fill(left, (double) bytes);
    }

    Copying anew() {
        return new Copying(number, inSync, receivers, bytes, internal);
    }

    /** As whoever decides sees it. */
    Job<Integer> job() {
        long[] to = new long[receivers.length];
        long[] lacking = new long[receivers.length];
        for (int at = 0; at < receivers.length; at++) {
            to[at] = receivers[at];
            lacking[at] = (long) left[at];
        }
        return new Job<>(number, source, Numbers.of(to), Numbers.of(lacking), state != State.WAITING, internal);
    }
}
