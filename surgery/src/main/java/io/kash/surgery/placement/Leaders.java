package io.kash.surgery.placement;

import java.util.Arrays;

/** Who leads: for every partition one of its replicas, with how many and how many bytes every broker leads. */
final class Leaders {
    final Assignment assignment;
    final Layout layout;
    /** By partition: the replica that leads. */
    final int[] leader;
    /** By partition: whether another may lead. */
    final boolean[] free;
    /** By broker. */
    final int[] count;

    final double[] bytes;
    /** The most and the fewest a broker leads when all is even. */
    final int high;

    final int low;
    final double meanBytes;

    /** @param eligible by broker, whether it may lead in the end: those the even share is reckoned over */
    Leaders(Assignment assignment, boolean[] free, boolean[] eligible) {
        this.assignment = assignment;
        this.layout = assignment.layout;
        this.free = free;
        this.leader = new int[layout.partitions()];
        this.count = new int[layout.brokers()];
        this.bytes = new double[layout.brokers()];
        int brokers = 0;
        for (boolean one : eligible) {
            brokers += one ? 1 : 0;
        }
        Arrays.fill(leader, -1);
        double all = 0;
        int led = 0;
        for (int partition = 0; partition < leader.length; partition++) {
            int first = layout.start(partition);
            if (first == layout.end(partition)) {
                continue;
            }
            led++;
            all += layout.size(partition);
            if (!free[partition] || !assignment.moved(first)) {
                lead(partition, first);
            }
        }
        this.low = brokers == 0 ? 0 : led / brokers;
        this.high = brokers == 0 ? 0 : (led + brokers - 1) / brokers;
        this.meanBytes = brokers == 0 ? 0 : all / brokers;
    }

    /** The broker that leads a partition, or -1 while that is open. */
    int broker(int partition) {
        return leader[partition] < 0 ? -1 : assignment.at[leader[partition]];
    }

    /** Who takes the place of the first leads: the order of replicas stays. */
    void keepPlaces() {
        for (int partition = 0; partition < leader.length; partition++) {
            if (leader[partition] < 0 && layout.start(partition) < layout.end(partition)) {
                lead(partition, layout.start(partition));
            }
        }
    }

    /** Lets a replica lead, instead of whoever did. */
    void lead(int partition, int replica) {
        int before = broker(partition);
        if (before >= 0) {
            count[before]--;
            bytes[before] -= layout.size(partition);
        }
        leader[partition] = replica;
        int broker = assignment.at[replica];
        count[broker]++;
        bytes[broker] += layout.size(partition);
    }

    /** What it costs to let a replica lead: 0 for the one that did when the cluster was looked at, else 1. */
    int cost(int partition, int replica) {
        return replica == layout.start(partition) && !assignment.moved(replica) ? 0 : 1;
    }
}
