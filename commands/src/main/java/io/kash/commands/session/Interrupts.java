package io.kash.commands.session;

/** Ctrl-C and hang-up while a command runs. The first asks it to stop at a safe point, the second to leave at once. */
public interface Interrupts {
    /** How often the operator has asked since the command began; 0 when not at all. */
    int count();

    /** Never interrupted: for tests and for commands that run within others. */
    Interrupts NEVER = () -> 0;
}
