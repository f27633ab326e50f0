package io.kash.surgery.placement;

import java.util.BitSet;

/** A layout being worked on: where every replica is now, and what every broker holds. */
final class Assignment {
    /** No broker yet. */
    static final int NOWHERE = -1;

    final Layout layout;
    /** The broker of every replica, or {@link #NOWHERE}. */
    final int[] at;
    /** The partition of every replica. */
    final int[] owner;
    /** By broker: bytes and number of the replicas it holds. */
    final long[] bytes;

    final int[] count;
    /** By broker: how many partitions it leads that it led from the first, so without a change of leaders. */
    final int[] leading;

    /** The most a broker leads when all lead the same. */
    final int leadersEach;

    private final int[] home;
    private final long[] sizes;

    Assignment(Layout layout, int leadersEach) {
        this.leadersEach = leadersEach;
        this.layout = layout;
        this.at = layout.copyOfReplicas();
        this.home = layout.replicaArray();
        this.sizes = layout.sizeArray();
        this.owner = new int[at.length];
        this.bytes = new long[layout.brokers()];
        this.count = new int[layout.brokers()];
        this.leading = new int[layout.brokers()];
        for (int partition = 0; partition < layout.partitions(); partition++) {
            for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
                owner[replica] = partition;
                bytes[at[replica]] += sizes[partition];
                count[at[replica]]++;
            }
            if (layout.start(partition) < layout.end(partition)) {
                leading[at[layout.start(partition)]]++;
            }
        }
    }

    int home(int replica) {
        return home[replica];
    }

    long size(int replica) {
        return sizes[owner[replica]];
    }

    /** Whether it leads its partition as long as it stays where it is. */
    boolean leads(int replica) {
        return replica == 0 || owner[replica - 1] != owner[replica];
    }

    boolean moved(int replica) {
        return at[replica] != home[replica];
    }

    void take(int replica) {
        int broker = at[replica];
        at[replica] = NOWHERE;
        bytes[broker] -= size(replica);
        count[broker]--;
        leading[broker] -= broker == home[replica] && leads(replica) ? 1 : 0;
    }

    void give(int replica, int broker) {
        at[replica] = broker;
        bytes[broker] += size(replica);
        count[broker]++;
        leading[broker] += broker == home[replica] && leads(replica) ? 1 : 0;
    }

    /** Whether a broker holds another replica of the same partition. */
    boolean holdsSibling(int replica, int broker) {
        int partition = owner[replica];
        for (int other = layout.start(partition); other < layout.end(partition); other++) {
            if (other != replica && at[other] == broker) {
                return true;
            }
        }
        return false;
    }

    /** How many of the other replicas of its partition are in a rack. */
    int siblingsIn(int replica, int rack) {
        int partition = owner[replica];
        int found = 0;
        for (int other = layout.start(partition); other < layout.end(partition); other++) {
            if (other != replica && at[other] != NOWHERE && layout.rackOf(at[other]) == rack) {
                found++;
            }
        }
        return found;
    }

    /** In how many racks the other replicas of its partition are. */
    int racksOfSiblings(int replica) {
        int partition = owner[replica];
        int racks = 0;
        for (int other = layout.start(partition); other < layout.end(partition); other++) {
            if (other == replica || at[other] == NOWHERE) {
                continue;
            }
            boolean first = true;
            for (int before = layout.start(partition); before < other && first; before++) {
                first = before == replica
                        || at[before] == NOWHERE
                        || layout.rackOf(at[before]) != layout.rackOf(at[other]);
            }
            racks += first ? 1 : 0;
        }
        return racks;
    }

    boolean touched(int partition) {
        for (int replica = layout.start(partition); replica < layout.end(partition); replica++) {
            if (moved(replica)) {
                return true;
            }
        }
        return false;
    }

    /** Partitions with a replica that has no broker. */
    BitSet homeless() {
        BitSet homeless = new BitSet();
        for (int replica = 0; replica < at.length; replica++) {
            if (at[replica] == NOWHERE) {
                homeless.set(owner[replica]);
            }
        }
        return homeless;
    }
}
