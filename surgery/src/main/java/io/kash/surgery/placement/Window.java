package io.kash.surgery.placement;

/**
 * What the bins of a zone may hold, in bytes.
 *
 * @param floor the least
 * @param ceiling the most
 */
record Window(double floor, double ceiling) {
    /** What the bins hold now, made as much wider as they may be further apart. */
    static Window around(Zone zone, double width) {
        double most = 0;
        double least = Double.MAX_VALUE;
        for (int bin = 0; bin < zone.bins.length; bin++) {
            most = Math.max(most, (double) zone.bytes(bin));
            least = Math.min(least, (double) zone.bytes(bin));
        }
        double spare = Math.max(0, width - (most - least));
        return new Window(least - spare / 2, most + spare / 2);
    }
}
