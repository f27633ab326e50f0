package io.kash.surgery.placement;

import java.util.Arrays;

/**
 * Evens out bytes by exchanging replicas between the fullest and the emptiest bins, until they are near enough or nothing
 * helps any more. Numbers stay as they are. What costs no bytes goes first: two replicas that move anyway; then one that
 * goes home while another of nearly its size goes in its place; then any two.
 */
final class Exchange {
    private static final int PARTNERS = 12;

    /** What an exchange may cost, each more than the one before. */
    private enum Means {
        MOVING,
        SUBSTITUTES,
        ANY
    }

    private final Zone zone;
    private final Members members;
    private final double enough;
    private final boolean[] stuck;
    private int bestMine;
    private int bestTheirs;
    private double bestOff;

    /** @param enough how far the bytes of bins may end apart */
    Exchange(Zone zone, Members members, double enough) {
        this.zone = zone;
        this.members = members;
        this.enough = enough;
        this.stuck = new boolean[zone.bins.length];
    }

    /** @param residentsToo whether a replica may be exchanged that need not move */
    void run(boolean residentsToo) {
        run(Means.MOVING);
        if (residentsToo) {
            run(Means.SUBSTITUTES);
            run(Means.ANY);
        }
    }

    private void run(Means means) {
        Arrays.fill(stuck, false);
        for (int turn = 0; turn < 40 * stuck.length; turn++) {
            int fullest = fullest(means);
            if (fullest < 0) {
                return;
            }
            if (!relieve(fullest, means)) {
                stuck[fullest] = true;
            }
        }
    }

    private int fullest(Means means) {
        int found = -1;
        for (int bin = 0; bin < stuck.length; bin++) {
            if (!stuck[bin] && usable(bin, means) && (found < 0 || zone.bytes(bin) > zone.bytes(found))) {
                found = bin;
            }
        }
        return found;
    }

    private boolean usable(int bin, Means means) {
        return means == Means.MOVING ? members.come(bin) > 0 : members.count(bin) > 0;
    }

    /** Exchanges one replica of a bin for a smaller one of one of the emptiest. */
    private boolean relieve(int fullest, Means means) {
        boolean[] tried = new boolean[stuck.length];
        for (int partner = 0; partner < PARTNERS; partner++) {
            int emptiest = -1;
            for (int bin = 0; bin < tried.length; bin++) {
                if (!tried[bin] && usable(bin, means) && (emptiest < 0 || zone.bytes(bin) < zone.bytes(emptiest))) {
                    emptiest = bin;
                }
            }
            if (emptiest < 0 || zone.bytes(fullest) - zone.bytes(emptiest) <= enough) {
                return false;
            }
            tried[emptiest] = true;
            if (exchange(fullest, emptiest, means)) {
                return true;
            }
        }
        return false;
    }

    private boolean exchange(int full, int empty, Means means) {
        double wanted = (zone.bytes(full) - zone.bytes(empty)) / 2.0;
        bestMine = -1;
        bestOff = wanted * 0.95;
        switch (means) {
            case MOVING -> search(members.allCome(full), members.allCome(empty), wanted);
            case SUBSTITUTES -> {
                substitute(full, empty, wanted);
                substitute(empty, full, -wanted);
            }
            case ANY -> search(members.all(full), members.all(empty), wanted);
        }
        if (bestMine < 0) {
            return false;
        }
        zone.exchange(zone.items[bestMine], zone.items[bestTheirs]);
        members.move(bestMine, full, empty);
        members.move(bestTheirs, empty, full);
        return true;
    }

    /** The pair whose difference comes nearest to what is wanted; both lists are in order of size. */
    private void search(int[] mine, int[] theirs, double wanted) {
        int other = 0;
        for (int item : mine) {
            double target = members.size(item) - wanted;
            while (other < theirs.length && members.size(theirs[other]) > target) {
                other++;
            }
            for (int near = Math.max(0, other - 1); near <= other && near < theirs.length; near++) {
                consider(item, theirs[near], Math.abs(members.size(theirs[near]) - target));
            }
        }
    }

    /** What one bin gave the other goes home, and something that stayed goes in its place. */
    private void substitute(int giver, int taker, double wanted) {
        for (int place = 0; place < members.come(taker); place++) {
            int item = members.come(taker, place);
            if (members.home(item) != giver) {
                continue;
            }
            double target = members.size(item) + wanted;
            int at = members.lastStayed(giver, target);
            for (int near = Math.max(0, at); near <= at + 1 && near < members.stayed(giver); near++) {
                int other = members.stayed(giver, near);
                double off = Math.abs(members.size(other) - target);
                if (wanted > 0) {
                    consider(other, item, off);
                } else {
                    consider(item, other, off);
                }
            }
        }
    }

    private void consider(int mine, int theirs, double off) {
        if (off < bestOff && zone.mayExchange(zone.items[mine], zone.items[theirs])) {
            bestOff = off;
            bestMine = mine;
            bestTheirs = theirs;
        }
    }
}
