package io.kash.surgery.coordination;

/** Proof that this shell still holds the environment's operation lock. */
public interface Fence {
    /** The fencing number, larger for every later holder. It stands in every line of the journal. */
    long number();

    /** @throws FencedException when the lock is lost, or may be: its session expired or the wall clock jumped */
    void check();
}
