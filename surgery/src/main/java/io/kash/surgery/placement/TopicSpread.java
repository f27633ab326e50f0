package io.kash.surgery.placement;

import java.util.Arrays;

/**
 * Takes topics apart that came together on one broker because its places were the last ones open: each replica too many
 * is exchanged for the one nearest in size that may take its place; for one that moves anyway, if there is one.
 */
final class TopicSpread {
    private static final int FAR = 4000;

    /** How far sizes of what is exchanged may be apart, as a part of a broker's bytes: less than would be noticed. */
    private static final double NEAR = 0.0003;

    private final Zone zone;
    private final double near;

    TopicSpread(Zone zone) {
        this.zone = zone;
        double bytes = 0;
        for (int bin = 0; bin < zone.bins.length; bin++) {
            bytes += zone.bytes(bin);
        }
        this.near = bytes / zone.bins.length * NEAR;
    }

    /** @param moving replicas that move, the largest first */
    void run(int[] moving) {
        for (int i = 0; i < moving.length; i++) {
            int bin = zone.bin(moving[i]);
            if (bin >= 0 && zone.shares.over(zone.assignment.owner[moving[i]], bin)) {
                if (!exchange(moving, i, bin) && moving.length < zone.items.length) {
                    exchange(zone.items, Arrays.binarySearch(zone.items, moving[i]), bin);
                }
            }
        }
    }

    private boolean exchange(int[] list, int i, int bin) {
        for (int distance = 1; distance <= FAR; distance++) {
            if (exchange(list, i, bin, i + distance) || exchange(list, i, bin, i - distance)) {
                return true;
            }
        }
        return false;
    }

    private boolean exchange(int[] list, int i, int bin, int j) {
        if (j < 0 || j >= list.length) {
            return false;
        }
        int other = zone.bin(list[j]);
        if (other < 0
                || other == bin
                || Math.abs(zone.assignment.size(list[i]) - zone.assignment.size(list[j])) > near
                || zone.sameTopic(list[i], list[j])
                || !zone.mayExchange(list[i], list[j])) {
            return false;
        }
        zone.exchange(list[i], list[j]);
        return true;
    }
}
