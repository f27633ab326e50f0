package io.kash.surgery.throttle;

import java.util.OptionalLong;

/**
 * How fast replicas may be copied, by what clients and replicas bear: it begins low, rises quickly until something
 * suffers, falls by half then and rises slowly (slow start and congestion avoidance, RFC 5681; what steers it is delay
 * against what was usual before, as in background transports: LEDBAT, RFC 6817).
 *
 * <p>The rate is one of seventeen, a sixteenth of the ceiling to all of it, four to a doubling, and those that would be too low to matter
 * to anybody are raised to the least that is worth it: so few different rates are
 * ever set, and no raise is large. Kafka's quotas are averages over up to eleven windows of a second
 * ({@code replication.quota.window.num}): a raise lets through at once what was held back for ten seconds, and after it was halved next
 * to nothing is copied for five. So nothing is believed to be borne before the quota has forgotten what was before it was
 * lowered.
 *
 * <p>Where copies come no nearer to their end the rate is doubled, whatever anybody feels, and is never less again: four
 * times at most, and it is the ceiling. So it can make a move slower and never endless. Called once a second.
 */
public final class AdaptiveRate {
    private static final int TOP = 16;
    private static final int DOUBLING = 4;
    /** Looks within which harm is seen twice before it is halved: once alone is noise, unless it is gross. */
    private static final int AGAIN_WITHIN = 3;
    /** Looks after it was lowered in which others may still wait for what was begun before. */
    private static final int LATE = 4;
    /** Looks after it was lowered in which little is copied, whatever the rate. */
    private static final int SETTLING = 11;
    /**
     * Looks without harm before it is raised while nothing has suffered yet. Copies that have just been begun are felt
     * seconds later: raised at every look, it was far above what was borne when that was seen.
     */
    private static final int CALM_AT_FIRST = 4;
    /** The same once something has suffered. */
    private static final int CALM = 8;
    /** The same before it comes near to where harm was seen last; twice as many each time, up to the most. */
    private static final int CALM_WHERE_IT_HURT = 60;
    /** Rates below where harm was seen that are near to it. */
    private static final int NEAR = 1;

    private static final int MOST_CALM = 480;
    /** Looks without any acknowledgement, after which nobody will tell. */
    private static final int SILENT = 5;

    private final Usual usual = new Usual();
    private final long least;
    private long ceiling;
    private long floor;
    private int rung = TOP;
    private int hurtAt = TOP + 1;
    private int patience = CALM_WHERE_IT_HURT;
    private boolean opening;
    private int silent;
    private int sinceHarm = AGAIN_WITHIN;
    private int calm;
    private int settling;
    private boolean borneSince = true;
    private boolean changed;
    private String why = "";

    /**
     * @param ceiling the most that operators allow, in bytes a second, at least 1
     * @param least what is never gone below, unless operators allow less, in bytes a second, at least 1
     */
    public AdaptiveRate(long ceiling, long least) {
        this.ceiling = ceiling;
        this.least = least;
    }

    /** Begins at the least: somebody will tell how long acknowledgements take. */
    public void beginLow() {
        if (bottom() < TOP) {
            move(bottom(), "beginning slowly, while acknowledgements are watched");
            opening = true;
            silent = 0;
        }
    }

    /** An earlier run may have left a lower rate behind: what operators allow is said again, and tried. */
    public void raise() {
        move(TOP, "as much as operators allow");
    }

    /** What operators allow now. Another word of theirs counts at once, in full. */
    public void allow(long newCeiling) {
        if (newCeiling != ceiling) {
            ceiling = newCeiling;
            move(TOP, "");
            hurtAt = TOP + 1;
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
        silent = millis.isPresent() ? 0 : silent + 1;
        if (opening && silent == SILENT) {
            move(TOP, "nobody tells how long acknowledgements take");
        }
        String harm = usual.harm(millis, outOfSync);
        settling = Math.max(0, settling - 1);
        if (harm.isEmpty()) {
            calm();
        } else if (settling <= SETTLING - LATE) {
            strain(harm, millis, outOfSync);
        }
    }

    private void calm() {
        sinceHarm++;
        usual.relieved();
        if (settling > 0 || (silent > 0 && silent < SILENT)) {
            return;
        }
        borneSince = true;
        calm++;
        int needed = opening ? CALM_AT_FIRST : rung + 1 >= hurtAt - NEAR && rung + 1 <= hurtAt ? patience : CALM;
        if (rung < TOP && calm >= needed) {
            boolean still = opening;
            move(rung + 1, rung + 1 == TOP ? "as much as operators allow" : "nothing has suffered for a while");
            opening = still && rung < TOP;
        }
    }

    private void strain(String harm, OptionalLong millis, int outOfSync) {
        boolean again = sinceHarm < AGAIN_WITHIN - 1;
        sinceHarm = 0;
        if (!again && !usual.gross(millis)) {
            return;
        }
        calm = 0;
        int lowest = lowest();
        if (rung > lowest) {
            usual.hurt(millis, outOfSync, borneSince);
            if (borneSince) {
                patience = hurtAt > TOP ? CALM_WHERE_IT_HURT : Math.min(MOST_CALM, 2 * patience);
            }
            borneSince = false;
            hurtAt = rung;
            move(Math.max(lowest, rung - DOUBLING), harm);
            settling = SETTLING;
        } else if (rung == bottom() && usual.feltStill(millis, outOfSync)) {
            hurtAt = TOP + 1;
        }
    }

    /**
     * What is in flight has come no nearer to its end.
     *
     * @param least the lowest rate meanwhile; where that is all that operators allow, it is theirs to raise it
     */
    public void noNearer(long least) {
        if (least >= ceiling) {
            return;
        }
        int next = Math.min(TOP, rung(least) + DOUBLING);
        floor = Math.max(floor, at(next));
        if (rung < next) {
            move(next, "at less, copies came no nearer to their end");
        }
    }

    private void move(int newRung, String newWhy) {
        rung = newRung;
        why = newWhy;
        opening = false;
        sinceHarm = AGAIN_WITHIN;
        calm = 0;
        settling = 0;
        usual.relieved();
        changed = true;
    }

    private int lowest() {
        return Math.max(bottom(), floor == 0 ? 0 : rung(floor));
    }

    /** The highest of those that are the least. */
    private int bottom() {
        int some = 0;
        while (some < TOP && at(some + 1) == at(0)) {
            some++;
        }
        return some;
    }

    /** The lowest that is at least that rate, or the top. */
    private int rung(long rate) {
        int some = 0;
        while (some < TOP && at(some) < rate) {
            some++;
        }
        return some;
    }

    private long at(int some) {
        return Math.max(Math.min(least, ceiling), Math.round(ceiling * Math.pow(2, (some - TOP) / (double) DOUBLING)));
    }

    /** In bytes a second, at least 1. */
    public long bytesPerSecond() {
        return at(rung);
    }

    /**
     * How many partitions may be on their way, in proportion to the rate: brokers fetch a piece of each at once, and beginning and
     * ending one is work too.
     *
     * @param most as many as operators allow, at least 1
     */
    public int window(int most) {
        return (int) Math.max(1, Math.round(most * (bytesPerSecond() / (double) ceiling)));
    }

    /** Whether it is less than operators allow now. */
    public boolean lowered() {
        return rung < TOP;
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
