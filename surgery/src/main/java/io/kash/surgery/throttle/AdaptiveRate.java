package io.kash.surgery.throttle;

import java.util.OptionalLong;

/**
 * How fast replicas may be copied, by what clients and replicas bear: additive increase and multiplicative decrease
 * (Chiu and Jain, "Analysis of the increase and decrease algorithms for congestion avoidance in computer networks",
 * 1989), steered by delay against what was usual before, as background transports are (LEDBAT, RFC 6817).
 *
 * <p>The rate is a number of sixteenths of the ceiling, so that few different rates are ever set. It is halved when three
 * looks in a row show harm, and raised by a sixteenth after three without; where it did harm last, after many more, and
 * more each time it does so again. Harm that is as bad at the least rate is not of its making. Where copies come no nearer to their end it is doubled, whatever anybody feels, and is
 * never less again: four times at most, and it is the ceiling. So it can make a move slower and never endless. Called
 * once a second.
 */
public final class AdaptiveRate {
    private static final int RUNGS = 16;
    /** Looks in a row with harm before it is halved: one alone is noise. */
    private static final int STRAINED = 3;
    /** Looks after it was halved that say nothing yet: queues have to run dry. */
    private static final int SETTLING = 2;
    /** Looks without harm before it is raised. */
    private static final int CALM = 3;
    /** The same before it goes where harm was seen last; twice as many each time, up to the most. */
    private static final int CALM_WHERE_IT_HURT = 30;

    private static final int MOST_CALM = 480;

    private final Usual usual = new Usual();
    private long ceiling;
    private long floor;
    private int rung = RUNGS;
    private int hurtAt = RUNGS + 1;
    private int patience = CALM_WHERE_IT_HURT;
    private int strained;
    private int calm;
    private boolean changed;
    private String why = "";

    /** @param ceiling the most that operators allow, in bytes a second, at least 1 */
    public AdaptiveRate(long ceiling) {
        this.ceiling = ceiling;
    }

    /** An earlier run may have left a lower rate behind: what operators allow is said again, and tried. */
    public void raise() {
        move(RUNGS, "as much as operators allow");
    }

    /** What operators allow now. Another word of theirs counts at once, in full. */
    public void allow(long newCeiling) {
        if (newCeiling != ceiling) {
            ceiling = newCeiling;
            move(RUNGS, "");
            hurtAt = RUNGS + 1;
            changed = false;
        }
    }

    /**
     * What was borne before anything was copied: the measure of what comes.
     *
     * @param millis within how many milliseconds 99 of 100 records were acknowledged since the last look; empty where
     *     nobody wrote any that was watched
     * @param outOfSync replicas on living brokers that should be in sync and are not
     */
    public void before(OptionalLong millis, int outOfSync) {
        usual.before(millis, outOfSync);
    }

    /** What is borne now, seen as {@link #before}. */
    public void saw(OptionalLong millis, int outOfSync) {
        String harm = usual.harm(millis, outOfSync);
        if (harm.isEmpty()) {
            calm();
        } else {
            strain(harm, millis, outOfSync);
        }
    }

    private void calm() {
        strained = 0;
        usual.relieved();
        calm++;
        if (rung < RUNGS && calm >= (rung + 1 == hurtAt ? patience : CALM)) {
            move(rung + 1, rung + 1 == RUNGS ? "as much as operators allow" : "nothing has suffered for a while");
        }
    }

    private void strain(String harm, OptionalLong millis, int outOfSync) {
        strained++;
        if (strained < STRAINED) {
            return;
        }
        calm = 0;
        int lowest = rungs(floor);
        if (rung > lowest) {
            if (rung == RUNGS) {
                usual.hurt(millis, outOfSync);
            }
            patience = rung >= hurtAt ? Math.min(MOST_CALM, 2 * patience) : CALM_WHERE_IT_HURT;
            hurtAt = rung;
            move(Math.max(lowest, rung / 2), harm);
            strained = -SETTLING;
        } else if (rung == 1) {
            usual.feltStill(millis, outOfSync);
        }
    }

    /**
     * What is in flight has come no nearer to its end.
     *
     * @param lowest the lowest rate meanwhile; where that is all that operators allow, it is theirs to raise it
     */
    public void noNearer(long lowest) {
        if (lowest >= ceiling) {
            return;
        }
        int least = Math.min(RUNGS, 2 * rungs(lowest));
        floor = Math.max(floor, at(least));
        if (rung < least) {
            move(least, "at less, copies came no nearer to their end");
        }
    }

    private void move(int newRung, String newWhy) {
        rung = newRung;
        why = newWhy;
        strained = 0;
        calm = 0;
        usual.relieved();
        changed = true;
    }

    private int rungs(long rate) {
        long rungs = (rate * RUNGS + ceiling - 1) / ceiling;
        return (int) Math.max(1, Math.min(RUNGS, rungs));
    }

    private long at(int some) {
        return Math.max(1, ceiling * some / RUNGS);
    }

    /** In bytes a second, at least 1. */
    public long bytesPerSecond() {
        return at(rung);
    }

    /** Whether it was another than what operators said since they said it. */
    public boolean changed() {
        return changed;
    }

    /** Why the rate is what it is, in words for operators. */
    public String why() {
        return why;
    }
}
