package io.kash.surgery.throttle;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How fast replicas may be copied, by what clients and replicas bear: additive increase and multiplicative decrease
 * (Chiu and Jain, "Analysis of the increase and decrease algorithms for congestion avoidance in computer networks",
 * 1989), steered by delay against what was usual before, as background transports are (LEDBAT, RFC 6817).
 *
 * <p>The rate is a number of sixteenths of the ceiling, so that few different rates are ever set. It is halved when two
 * looks in a row show harm, and raised by a sixteenth after three without; where it did harm last, after many more.
 * It is never above the ceiling, and never below the floor where that is below the ceiling. Called once a second.
 */
public final class AdaptiveRate {
    private static final int RUNGS = 16;
    /** Looks with harm before it is halved: one alone is noise. */
    private static final int STRAINED = 2;
    /** Looks without harm before it is raised. */
    private static final int CALM = 3;
    /** The same where harm was seen last. */
    private static final int CALM_WHERE_IT_HURT = 30;
    /** Acknowledgements may take half as long again; twice as long is what must not be reached. */
    private static final double BEARABLE = 1.5;
    /** Milliseconds more that are no harm whatever the proportion. */
    private static final long SLIGHT_MILLIS = 15;

    private long ceiling;
    private int rung = RUNGS;
    private int hurtAt = RUNGS + 1;
    private int strained;
    private int calm;
    private boolean changed;
    private String why = "";
    private OptionalLong usualMillis = OptionalLong.empty();
    private OptionalInt usuallyOutOfSync = OptionalInt.empty();
    private boolean seenBefore;

    /** @param ceiling the most that operators allow, in bytes a second, at least 1 */
    public AdaptiveRate(long ceiling) {
        this.ceiling = ceiling;
    }

    /** Goes on at the rate an earlier run had come to. */
    public void goOnAt(long bytesPerSecond) {
        rung = Math.max(1, (int) Math.min(RUNGS, bytesPerSecond * RUNGS / ceiling));
        changed = true;
        why = "as before";
    }

    /** What operators allow now. Another word of theirs is tried out at once. */
    public void allow(long newCeiling) {
        if (newCeiling != ceiling) {
            ceiling = newCeiling;
            rung = RUNGS;
            hurtAt = RUNGS + 1;
            why = "as operators say";
        }
    }

    /** What was borne before anything was copied: the measure of what comes. */
    public void before(Burden burden) {
        burden.acknowledgedWithinMillis()
                .ifPresent(millis -> usualMillis = OptionalLong.of(Math.max(millis, usualMillis.orElse(0))));
        seenBefore = usualMillis.isPresent();
        usuallyOutOfSync = OptionalInt.of(burden.outOfSync());
    }

    /**
     * What is borne now.
     *
     * @param floor what the copies need to catch up at all, in bytes a second
     */
    public void saw(Burden burden, long floor) {
        measure(burden);
        int lowest = rungs(floor);
        String harm = harm(burden);
        if (harm.isEmpty()) {
            strained = 0;
            calm++;
            if (rung < RUNGS && calm >= (rung + 1 >= hurtAt ? CALM_WHERE_IT_HURT : CALM)) {
                move(rung + 1, rung + 1 == RUNGS ? "as much as operators allow" : "nothing has suffered for a while");
            }
        } else {
            calm = 0;
            strained++;
            if (strained >= STRAINED && rung > lowest) {
                hurtAt = rung;
                move(Math.max(lowest, rung / 2), harm);
            }
        }
        if (rung < lowest) {
            move(lowest, "less would not keep up with what is written");
        }
    }

    private void move(int newRung, String newWhy) {
        rung = newRung;
        why = newWhy;
        strained = 0;
        calm = 0;
        changed = true;
    }

    /** Where nothing was seen before, the best that was seen since is taken for usual. */
    private void measure(Burden burden) {
        if (!seenBefore && burden.acknowledgedWithinMillis().isPresent()) {
            long millis = burden.acknowledgedWithinMillis().getAsLong();
            usualMillis = OptionalLong.of(Math.min(millis, usualMillis.orElse(millis)));
        }
        usuallyOutOfSync = OptionalInt.of(Math.min(burden.outOfSync(), usuallyOutOfSync.orElse(burden.outOfSync())));
    }

    /** What suffers, in words; empty when nothing does. */
    private String harm(Burden burden) {
        int fallen = burden.outOfSync() - usuallyOutOfSync.orElse(0);
        if (fallen > 0) {
            return fallen + (fallen == 1 ? " replica has" : " replicas have") + " fallen out of sync";
        }
        long millis = burden.acknowledgedWithinMillis().orElse(0);
        long usual = usualMillis.orElse(millis);
        return millis > usual * BEARABLE && millis > usual + SLIGHT_MILLIS
                ? "acknowledgements take " + millis + " ms, " + usual + " ms before"
                : "";
    }

    private int rungs(long rate) {
        long rungs = (rate * RUNGS + ceiling - 1) / ceiling;
        return (int) Math.max(1, Math.min(RUNGS, rungs));
    }

    /** In bytes a second, at least 1. */
    public long bytesPerSecond() {
        return Math.max(1, ceiling * rung / RUNGS);
    }

    /** Whether it was ever another than what operators said. */
    public boolean changed() {
        return changed;
    }

    /** Why the rate is what it is, in words for operators. */
    public String why() {
        return why;
    }
}
