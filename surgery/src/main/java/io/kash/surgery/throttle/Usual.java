package io.kash.surgery.throttle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What is borne while nothing is copied, and what is harm beside it. */
final class Usual {
    /** Acknowledgements may take so many times as long as is usual; twice is what is not to be reached. */
    private static final double BEARABLE = 1.75;
    /** Milliseconds more that are no harm whatever the proportion. */
    private static final long SLIGHT_MILLIS = 15;
    /** Looks in a row with harm at the least rate, after which it is told whether the rate makes any difference. */
    private static final int NOT_OURS = 30;

    /** So many times as long, and so many milliseconds more, is plain at one look. */
    private static final int GROSS = 4;

    private static final long GROSS_MILLIS = 200;
    /** Looks it is measured by: the last before the first copy, and as many of the first after as are lacking. */
    private static final int MEASURED = 9;
    /** A third of them were quicker than what is usual: beginning to copy is felt itself. */
    private static final int QUICKER = 3;

    private final Deque<Long> measured = new ArrayDeque<>();
    private OptionalLong millis = OptionalLong.empty();
    private OptionalInt outOfSync = OptionalInt.empty();
    private long hurtMillis;
    private int hurtOutOfSync;
    private int still;
    private long stillMillis;
    private int stillOutOfSync;

    /** Before anything was copied. */
    void before(OptionalLong seen, int seenOutOfSync) {
        seen.ifPresent(this::measure);
        outOfSync = OptionalInt.of(seenOutOfSync);
    }

    private void measure(long seen) {
        if (measured.size() == MEASURED) {
            measured.removeFirst();
        }
        measured.addLast(seen);
        List<Long> sorted = measured.stream().sorted().toList();
        millis = OptionalLong.of(sorted.get((sorted.size() - 1) / QUICKER));
    }

    /** What suffers, in words; empty when nothing does. */
    String harm(OptionalLong seen, int seenOutOfSync) {
        outOfSync = OptionalInt.of(Math.min(seenOutOfSync, outOfSync.orElse(seenOutOfSync)));
        int fallen = seenOutOfSync - outOfSync.getAsInt();
        if (fallen > 0) {
            return fallen + (fallen == 1 ? " replica has" : " replicas have") + " fallen out of sync";
        }
        if (seen.isEmpty()) {
            return "";
        }
        long now = seen.getAsLong();
        if (millis.isPresent() && now > millis.getAsLong() * BEARABLE && now > millis.getAsLong() + SLIGHT_MILLIS) {
            return "acknowledgements take " + now + " ms, " + millis.getAsLong() + " ms before";
        }
        if (measured.size() < MEASURED) {
            measure(now);
        }
        return "";
    }

    /** Whether one look is enough to believe it. */
    boolean gross(OptionalLong seen) {
        long now = seen.orElse(0);
        return millis.isPresent() && now > millis.getAsLong() * GROSS && now > millis.getAsLong() + GROSS_MILLIS;
    }

    /**
     * It was felt so much that the rate was lowered.
     *
     * @param anew whether it had been borne before, after it was lowered last
     */
    void hurt(OptionalLong seen, int seenOutOfSync, boolean anew) {
        hurtMillis = anew ? seen.orElse(0) : Math.max(hurtMillis, seen.orElse(0));
        hurtOutOfSync = anew ? seenOutOfSync : Math.max(hurtOutOfSync, seenOutOfSync);
    }

    /** Nothing is felt, or it is not the least rate. */
    void relieved() {
        still = 0;
    }

    /**
     * It is felt still, though next to nothing is copied any more. What is more than half as bad as it was at the most for
     * long has another cause, and is usual from then on.
     *
     * @return whether that was found just now
     */
    boolean feltStill(OptionalLong seen, int seenOutOfSync) {
        long now = seen.orElse(0);
        stillMillis = still == 0 ? now : Math.min(now, stillMillis);
        stillOutOfSync = still == 0 ? seenOutOfSync : Math.min(seenOutOfSync, stillOutOfSync);
        still++;
        if (still < NOT_OURS) {
            return false;
        }
        still = 0;
        boolean found = false;
        if (2 * stillMillis > hurtMillis && stillMillis > millis.orElse(stillMillis)) {
            millis = OptionalLong.of(stillMillis);
            found = true;
        }
        if (stillOutOfSync >= hurtOutOfSync && stillOutOfSync > outOfSync.orElse(0)) {
            outOfSync = OptionalInt.of(stillOutOfSync);
            found = true;
        }
        return found;
    }
}
