package io.kash.surgery.operation;

import io.kash.surgery.plan.Adjustment;

/**
 * What operators want of a running operation; read anew before every effect.
 *
 * @param wish how it is to go on
 * @param said who asked, and why, in words for the others
 * @param limits what they changed of the plan's limits
 */
public record Control(Wish wish, String said, Adjustment limits) {
    public static final Control RUN = of(Wish.RUN, "");
    public static final Control STOP = of(Wish.STOP, "the operator asked it to stop");
    public static final Control LEAVE = of(Wish.LEAVE, "the operator left");

    /** How an operation is to go on. */
    public enum Wish {
        /** Go on. */
        RUN,
        /** Start nothing new until somebody says otherwise. Holds stay. */
        PAUSE,
        /** Start nothing new, let what is in flight finish, put the holds back, then stop. */
        STOP,
        /** Take back what is in flight where that is safe, let the rest finish, put the holds back, then end. */
        CANCEL,
        /** Leave now, whatever is in flight. */
        LEAVE
    }

    private static Control of(Wish wish, String said) {
        return new Control(wish, said, Adjustment.NONE);
    }

    public Control with(Wish newWish, String newSaid) {
        return new Control(newWish, newSaid, limits);
    }

    public Control with(Adjustment newLimits, String newSaid) {
        return new Control(wish, newSaid, newLimits);
    }

    /** Whether nothing new may be started. */
    public boolean startsNothing() {
        return wish != Wish.RUN;
    }

    /** Whether it is to come to an end before everything is done. */
    boolean ending() {
        return wish == Wish.STOP || wish == Wish.CANCEL;
    }
}
