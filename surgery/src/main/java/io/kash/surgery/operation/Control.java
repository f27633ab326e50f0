package io.kash.surgery.operation;

/** What operators want of a running operation; read anew before every effect. */
public enum Control {
    /** Go on. */
    RUN,
    /** Start nothing new, let what is in flight finish, then stop. */
    STOP,
    /** Leave now, whatever is in flight. */
    LEAVE;

    /** Whether nothing new may be started. */
    public boolean stopping() {
        return this != RUN;
    }
}
