package io.kash.surgery.placement;

/**
 * Takes back bytes that need not move: as long as a bin has room below the ceiling, and one it gave to is above the floor,
 * a replica goes home and a smaller one goes in its place.
 */
final class Trim {
    /** What part of the room there is an exchange must use: large steps first. */
    private static final double[] LEAST = {0.5, 0.2, 0.05, 0};

    private static final int TRIES = 12;

    private final Zone zone;
    private final Members members;
    private final double floor;
    private final double ceiling;

    Trim(Zone zone, Members members, Window window) {
        this.zone = zone;
        this.members = members;
        this.floor = window.floor();
        this.ceiling = window.ceiling();
    }

    void run() {
        for (double least : LEAST) {
            for (int taker = 0; taker < zone.bins.length; taker++) {
                if (zone.bytes(taker) > floor) {
                    for (int item : members.allCome(taker)) {
                        trim(item, taker, least);
                    }
                }
            }
        }
    }

    private void trim(int item, int taker, double least) {
        int giver = members.home(item);
        if (giver < 0) {
            return;
        }
        double room = Math.min(ceiling - zone.bytes(giver), zone.bytes(taker) - floor);
        if (room <= 0) {
            return;
        }
        long size = members.size(item);
        int at = members.lastStayed(giver, Math.max(0, size - room));
        for (int tries = 0; tries < TRIES && at >= 0; tries++, at--) {
            double saved = size - members.size(giver, at);
            if (saved <= 0 || saved < room * least) {
                return;
            }
            int other = members.stayed(giver, at);
            if (zone.mayExchange(zone.items[item], zone.items[other])) {
                zone.exchange(zone.items[item], zone.items[other]);
                members.move(item, taker, giver);
                members.move(other, giver, taker);
                return;
            }
        }
    }
}
