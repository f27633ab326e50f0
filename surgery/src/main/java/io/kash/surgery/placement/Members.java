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
    /** Of the items that stayed, at the same places: looked through far more often than changed. */
    private final long[][] stayedSizes;

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
        this.stayedSizes = new long[bins][];
        this.come = new int[bins][];
        for (int bin = 0; bin < bins; bin++) {
            stayed[bin] = new int[stayedCounts[bin] + 8];
            stayedSizes[bin] = new long[stayedCounts[bin] + 8];
            come[bin] = new int[comeCounts[bin] + 8];
        }
        Arrays.fill(stayedCounts, 0);
        Arrays.fill(comeCounts, 0);
        for (int item = 0; item < sizes.length; item++) {
            int bin = zone.bin(zone.items[item]);
            if (bin >= 0 && homes[item] == bin) {
                stayedSizes[bin][stayedCounts[bin]] = sizes[item];
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

    /** Of an item that stayed. */
    long size(int bin, int place) {
        return stayedSizes[bin][place];
    }

    int[] allCome(int bin) {
        return Arrays.copyOf(come[bin], comeCounts[bin]);
    }

    int[] all(int bin) {
        int[] all = Arrays.copyOf(come[bin], comeCounts[bin] + stayedCounts[bin]);
        System.arraycopy(stayed[bin], 0, all, comeCounts[bin], stayedCounts[bin]);
        Arrays.sort(all);
        return all;
    }

    /** The last place among those that stayed with an item of at least this size, or -1. */
    int lastStayed(int bin, double size) {
        long[] known = stayedSizes[bin];
        int low = 0;
        int high = stayedCounts[bin];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (known[middle] >= size) {
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
            int at = Arrays.binarySearch(stayed[from], 0, stayedCounts[from], item);
            close(stayedSizes[from], at, stayedCounts[from]);
            close(stayed[from], at, stayedCounts[from]--);
        } else {
            close(come[from], Arrays.binarySearch(come[from], 0, comeCounts[from], item), comeCounts[from]--);
        }
        if (homes[item] == to) {
            if (stayedCounts[to] == stayed[to].length) {
                stayed[to] = Arrays.copyOf(stayed[to], longer(stayed[to].length));
                stayedSizes[to] = Arrays.copyOf(stayedSizes[to], stayed[to].length);
            }
            int at = open(stayed[to], stayedCounts[to], item);
            System.arraycopy(stayedSizes[to], at, stayedSizes[to], at + 1, stayedCounts[to]++ - at);
            stayedSizes[to][at] = sizes[item];
        } else {
            if (comeCounts[to] == come[to].length) {
                come[to] = Arrays.copyOf(come[to], longer(come[to].length));
            }
            open(come[to], comeCounts[to]++, item);
        }
    }

    private static int longer(int length) {
        return length + length / 8 + 8;
    }

    /** Takes one place out of a list: an array of ints or of longs. */
    private static void close(Object list, int at, int count) {
        System.arraycopy(list, at + 1, list, at, count - at - 1);
    }

    /** Puts an item where it belongs, and says where that is. */
    private static int open(int[] list, int count, int item) {
        int at = -Arrays.binarySearch(list, 0, count, item) - 1;
        System.arraycopy(list, at, list, at + 1, count - at);
        list[at] = item;
        return at;
    }
}
