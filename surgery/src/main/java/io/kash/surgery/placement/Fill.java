package io.kash.surgery.placement;

import java.util.Arrays;

/**
 * Gives replicas without a broker to bins: the largest first, each to the bin that will hold least if all the places it
 * has still open are filled with what is left on the average. So bytes and numbers come out even together. This is the
 * longest-processing-time rule of R. L. Graham (Bounds on multiprocessing timing anomalies, 1969) with a number of places
 * given for each bin.
 */
final class Fill {
    private final Zone zone;
    private final int[] heap;
    private final double[] key;
    private final int[] skipped;
    private int heaped;
    private double bytesLeft;
    private int placesLeft;

    Fill(Zone zone) {
        this.zone = zone;
        this.heap = new int[zone.bins.length];
        this.skipped = new int[zone.bins.length];
        this.key = new double[zone.bins.length];
    }

    /** @return how many found no bin at all */
    int place(int[] replicas) {
        for (int replica : replicas) {
            bytesLeft += zone.assignment.size(replica);
        }
        placesLeft = replicas.length;
        int impossible = 0;
        int untilFresh = 0;
        for (int replica : replicas) {
            if (untilFresh-- <= 0) {
                refresh();
                untilFresh = heap.length;
            }
            // Nearly always the first one will do; then it stays in the heap, and sinks.
            boolean first = heaped > 0 && fits(replica, heap[0]);
            int bin = first ? heap[0] : choose(replica);
            long size = zone.assignment.size(replica);
            bytesLeft -= size;
            placesLeft--;
            if (bin < 0) {
                impossible++;
            } else {
                zone.give(replica, bin);
                zone.open[bin]--;
                key[bin] = key(bin);
                if (first) {
                    sink(0, bin);
                } else if (zone.open[bin] >= 0) {
                    push(bin);
                }
            }
        }
        return impossible;
    }

    private boolean fits(int replica, int bin) {
        return zone.open[bin] > 0
                && zone.allows(replica, bin)
                && !zone.shares.full(zone.assignment.owner[replica], bin);
    }

    private int choose(int replica) {
        int tried = 0;
        int found = -1;
        while (heaped > 0) {
            int bin = heap[0];
            pop();
            if (fits(replica, bin)) {
                found = bin;
                break;
            }
            skipped[tried++] = bin;
        }
        for (int i = 0; i < tried; i++) {
            if (found < 0 && zone.open[skipped[i]] > 0 && zone.allows(replica, skipped[i])) {
                found = skipped[i];
            } else {
                push(skipped[i]);
            }
        }
        return found >= 0 ? found : anywhere(replica);
    }

    /** No open place will do: any bin without a sibling, the one with the fewest siblings in its rack first. */
    private int anywhere(int replica) {
        int best = -1;
        long bestRank = 0;
        for (int bin = 0; bin < zone.bins.length; bin++) {
            if (zone.assignment.holdsSibling(replica, zone.bins[bin])) {
                continue;
            }
            int rack = zone.assignment.layout.rackOf(zone.bins[bin]);
            long rank = ((long) zone.assignment.siblingsIn(replica, rack) << 40) + zone.count(bin);
            if (best < 0 || rank < bestRank) {
                best = bin;
                bestRank = rank;
            }
        }
        if (best >= 0) {
            remove(best);
        }
        return best;
    }

    private double key(int bin) {
        double average = placesLeft == 0 ? 0 : bytesLeft / placesLeft;
        return zone.bytes(bin) - zone.goal[bin] + zone.open[bin] * average;
    }

    private void refresh() {
        heaped = 0;
        for (int bin = 0; bin < heap.length; bin++) {
            if (zone.open[bin] > 0) {
                key[bin] = key(bin);
                heap[heaped++] = bin;
            }
        }
        for (int at = heaped / 2 - 1; at >= 0; at--) {
            sink(at, heap[at]);
        }
    }

    private void remove(int bin) {
        int[] kept =
                Arrays.stream(heap, 0, heaped).filter(other -> other != bin).toArray();
        heaped = 0;
        for (int other : kept) {
            push(other);
        }
    }

    private boolean before(int a, int b) {
        return key[a] < key[b] || (key[a] == key[b] && a < b);
    }

    private void push(int bin) {
        int at = heaped++;
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (!before(bin, heap[parent])) {
                break;
            }
            heap[at] = heap[parent];
            at = parent;
        }
        heap[at] = bin;
    }

    private void pop() {
        heaped--;
        sink(0, heap[heaped]);
    }

    /** Puts a bin where it belongs, from a place down. */
    private void sink(int from, int bin) {
        int at = from;
        while (true) {
            int child = 2 * at + 1;
            if (child >= heaped) {
                break;
            }
            if (child + 1 < heaped && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], bin)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = bin;
    }
}
