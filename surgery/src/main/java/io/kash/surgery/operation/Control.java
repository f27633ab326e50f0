package io.kash.surgery.operation;

/**
 * What operators want of a running operation, read anew before every effect.
 *
 * @param stopping start nothing new, let what is in flight finish, then stop
 */
public record Control(boolean stopping) {
    public static final Control RUN = new Control(false);
    public static final Control STOP = new Control(true);
}
