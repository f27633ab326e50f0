package io.kash.surgery.throttle;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** What is borne while nothing is copied, and what is harm beside it. */
final class Usual {
    /** Acknowledgements may take so many times as long as is usual; twice is what is not to be reached. */
    private static final double BEARABLE = 1.75;
    /** Milliseconds more that are no harm whatever the proportion. */
    private static final long SLIGHT_MILLIS = 50;
    /** Looks in a row with harm at the least rate, after which it is told whether the rate makes any difference. */
    private static final int NOT_OURS = 30;

    private OptionalLong millis = OptionalLong.empty();
    private OptionalInt outOfSync = OptionalInt.empty();
    private boolean seenBefore;
    private long hurtMillis;
    private int hurtOutOfSync;
    private int still;
    private long stillMillis;
    private int stillOutOfSync;

    /** Before anything was copied. */
    void before(OptionalLong seen, int seenOutOfSync) {
        seen.ifPresent(now -> millis = OptionalLong.of(Math.max(now, millis.orElse(0))));
        seenBefore = millis.isPresent();
        outOfSync = OptionalInt.of(seenOutOfSync);
    }

    /** What suffers, in words; empty when nothing does. Where nothing was seen before, the best seen since is usual. */
    String harm(OptionalLong seen, int seenOutOfSync) {
        if (!seenBefore && seen.isPresent()) {
            millis = OptionalLong.of(Math.min(seen.getAsLong(), millis.orElse(Long.MAX_VALUE)));
        }
        outOfSync = OptionalInt.of(Math.min(seenOutOfSync, outOfSync.orElse(seenOutOfSync)));
        int fallen = seenOutOfSync - outOfSync.getAsInt();
        if (fallen > 0) {
            return fallen + (fallen == 1 ? " replica has" : " replicas have") + " fallen out of sync";
        }
        long now = seen.orElse(0);
        long usual = millis.orElse(now);
        return now > usual * BEARABLE && now > usual + SLIGHT_MILLIS
                ? "acknowledgements take " + now + " ms, " + usual + " ms before"
                : "";
    }

    /** It was felt at the most. */
    void hurt(OptionalLong seen, int seenOutOfSync) {
        hurtMillis = seen.orElse(0);
        hurtOutOfSync = seenOutOfSync;
    }

    /** Nothing is felt, or it is not the least rate. */
    void relieved() {
        still = 0;
    }

    /**
     * It is felt still, though next to nothing is copied any more. What is more than half as bad as it was at the most for
     * long has another cause, and is usual from then on.
     */
    void feltStill(OptionalLong seen, int seenOutOfSync) {
        long now = seen.orElse(0);
        stillMillis = still == 0 ? now : Math.min(now, stillMillis);
        stillOutOfSync = still == 0 ? seenOutOfSync : Math.min(seenOutOfSync, stillOutOfSync);
        still++;
        if (still < NOT_OURS) {
            return;
        }
        still = 0;
        if (2 * stillMillis > hurtMillis && stillMillis > millis.orElse(stillMillis)) {
            millis = OptionalLong.of(stillMillis);
        }
        if (stillOutOfSync >= hurtOutOfSync) {
            outOfSync = OptionalInt.of(stillOutOfSync);
        }
    }
}
