package io.kash.surgery.placement;

/**
 * Decides which replicas leave their bins so that numbers and bytes can be levelled with the fewest bytes moved. A bin
 * above the window of bytes gives what is above it, in as many replicas as it has too many; where those would not carry
 * the bytes it gives larger ones and more of them, and is given the smallest back. A bin below gives nothing, or its
 * smallest where it has too many.
 */
final class Release {
    /** How far bytes of bins may end apart, as a part of their mean. */
    static final double SPREAD = 0.0096;

    private final Zone zone;
    private final int bins;
    private final Residents residents;
    private double floor;
    private double ceiling;
    private double mean;
    private double tiny;

    Release(Zone zone) {
        this.zone = zone;
        this.bins = zone.bins.length;
        this.residents = new Residents(zone);
    }

    void release() {
        int homeless = zone.homeless().length;
        int[] wanted = wantedCounts(homeless);
        window();
        tiny = averageOfSmallest();
        for (int bin = 0; bin < bins; bin++) {
            int surplus = zone.count(bin) - wanted[bin];
            double bytes = zone.bytes(bin);
            int given;
            double givenBytes;
            if (bytes > ceiling) {
                double excess = bytes - ceiling;
                given = Math.max(0, surplus);
                while (given < residents.count(bin)
                        && residents.largest(bin, given) < excess + (given - surplus) * tiny
                        // One more of these brings one of the smallest back: it has to be larger to help.
                        && residents.largest(bin, given + 1) - residents.largest(bin, given) > tiny) {
                    given++;
                }
                givenBytes = excess + (given - surplus) * tiny;
                zone.goal[bin] = ceiling;
            } else {
                given = Math.max(0, surplus);
                double missing = Math.max(0, floor - bytes);
                while (given < residents.count(bin)
                        && (given - surplus) * mean * 1.5 < missing + residents.smallest(bin, given)) {
                    if (missing == 0 && bytes - residents.smallest(bin, given) >= floor) {
                        break;
                    }
                    given++;
                }
                givenBytes = 0;
                zone.goal[bin] = Math.max(floor, bytes - residents.smallest(bin, given));
            }
            given = Math.min(given, residents.count(bin));
            zone.open[bin] = Math.max(0, given - surplus);
            residents.give(bin, given, givenBytes);
        }
    }

    /** Even numbers; where they do not come out even, the one more goes to those that have most. */
    private int[] wantedCounts(int homeless) {
        long all = homeless;
        for (int bin = 0; bin < bins; bin++) {
            all += zone.count(bin);
        }
        int[] wanted = new int[bins];
        java.util.Arrays.fill(wanted, (int) (all / bins));
        int more = (int) (all % bins);
        java.util.stream.IntStream.range(0, bins)
                .boxed()
                .sorted(java.util.Comparator.<Integer>comparingInt(bin -> -zone.count(bin))
                        .thenComparingLong(bin -> -zone.bytes(bin)))
                .limit(more)
                .forEach(bin -> wanted[bin]++);
        return wanted;
    }

    /** The window of bytes that costs least: what is above it then fits what is missing below. */
    private void window() {
        double all = 0;
        double outside = 0;
        for (int replica : zone.items) {
            outside += zone.bin(replica) < 0 ? zone.assignment.size(replica) : 0;
        }
        for (int bin = 0; bin < bins; bin++) {
            all += zone.bytes(bin);
        }
        all += outside;
        mean = all / Math.max(1, residents.total());
        double level = all / bins;
        double low = level;
        double high = level * (1 + SPREAD);
        for (int turn = 0; turn < 60; turn++) {
            double middle = (low + high) / 2;
            double above = outside;
            double below = 0;
            for (int bin = 0; bin < bins; bin++) {
                above += Math.max(0, zone.bytes(bin) - middle);
                below += Math.max(0, middle - level * SPREAD - zone.bytes(bin));
            }
            if (above > below) {
                low = middle;
            } else {
                high = middle;
            }
        }
        ceiling = low;
        floor = low - level * SPREAD;
    }

    /** What one replica weighs that is given only for the number's sake. */
    private double averageOfSmallest() {
        int few = Math.max(1, zone.items.length / 50);
        double bytes = 0;
        for (int i = Math.max(0, zone.items.length - few); i < zone.items.length; i++) {
            bytes += zone.assignment.size(zone.items[i]);
        }
        return bytes / few;
    }
}
