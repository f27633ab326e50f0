package io.kash.surgery.placement;

import java.util.Arrays;

/**
 * Which of a zone's items are in which bin, apart by whether the bin is their home, each in the order of size. Items are
 * counted as in {@link Zone#items}, so a smaller number is a larger replica.
 */
final class Members {
    private final long[] sizes;
    private final int[] homes;
    private final int[][] stayed;
    private final int[][] come;
    private final int[] stayedCounts;
    private final int[] comeCounts;

    Members(Zone zone) {
        int bins = zone.bins.length;
        this.sizes = new long[zone.items.length];
        this.homes = new int[zone.items.length];
        this.stayedCounts = new int[bins];
        this.comeCounts = new int[bins];
        for (int item = 0; item < sizes.length; item++) {
            int replica = zone.items[item];
            sizes[item] = zone.assignment.size(replica);
            homes[item] = zone.homeBin(replica);
            int bin = zone.bin(replica);
            if (bin >= 0) {
                (homes[item] == bin ? stayedCounts : comeCounts)[bin]++;
            }
        }
        this.stayed = new int[bins][];
        this.come = new int[bins][];
        for (int bin = 0; bin < bins; bin++) {
            stayed[bin] = new int[stayedCounts[bin] + 8];
            come[bin] = new int[comeCounts[bin] + 8];
        }
        Arrays.fill(stayedCounts, 0);
        Arrays.fill(comeCounts, 0);
        for (int item = 0; item < sizes.length; item++) {
            int bin = zone.bin(zone.items[item]);
            if (bin >= 0 && homes[item] == bin) {
                stayed[bin][stayedCounts[bin]++] = item;
            } else if (bin >= 0) {
                come[bin][comeCounts[bin]++] = item;
            }
        }
    }

    long size(int item) {
        return sizes[item];
    }

    /** The bin an item was in at first, or -1. */
    int home(int item) {
        return homes[item];
    }

    int count(int bin) {
        return stayedCounts[bin] + comeCounts[bin];
    }

    /** How many items of a bin have come to it. */
    int come(int bin) {
        return comeCounts[bin];
    }

    int come(int bin, int place) {
        return come[bin][place];
    }

    int stayed(int bin, int place) {
        return stayed[bin][place];
    }

    int[] allCome(int bin) {
        return Arrays.copyOf(come[bin], comeCounts[bin]);
    }

    int[] allStayed(int bin) {
        return Arrays.copyOf(stayed[bin], stayedCounts[bin]);
    }

    /** The last place among those that stayed with an item of at least this size, or -1. */
    int lastStayed(int bin, double size) {
        int low = 0;
        int high = stayedCounts[bin];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sizes[stayed[bin][middle]] >= size) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    int stayed(int bin) {
        return stayedCounts[bin];
    }

    /** Notes that an item went from one bin to another. */
    void move(int item, int from, int to) {
        if (homes[item] == from) {
            remove(stayed[from], stayedCounts[from]--, item);
        } else {
            remove(come[from], comeCounts[from]--, item);
        }
        if (homes[item] == to) {
            stayed[to] = insert(stayed[to], stayedCounts[to]++, item);
        } else {
            come[to] = insert(come[to], comeCounts[to]++, item);
        }
    }

    private static void remove(int[] list, int count, int item) {
        int at = Arrays.binarySearch(list, 0, count, item);
        System.arraycopy(list, at + 1, list, at, count - at - 1);
    }

    private static int[] insert(int[] list, int count, int item) {
        int[] room = count < list.length ? list : Arrays.copyOf(list, count + count / 8 + 8);
        int at = -Arrays.binarySearch(room, 0, count, item) - 1;
        System.arraycopy(room, at, room, at + 1, count - at);
        room[at] = item;
        return room;
    }
}
