package io.kash.surgery.simulation;

/**
 * How often what goes wrong, in thousandths of the calls of a port. Everything is decided by the dice of the run, so a
 * seed is a script.
 *
 * @param crash the shell dies before or after the call
 * @param stopped the shell is stopped before the call and wakes much later
 * @param cutOff the store cannot be reached from here for a while
 * @param lookFails a look is not answered in time
 * @param lookStale a look is answered from metadata that is a moment old
 * @param requestLost an effect never arrives, and no answer comes
 * @param replyLost an effect happens, and no answer comes
 * @param late an effect happens after the shell has given up waiting for its answer
 * @param twice an effect happens once more, a moment later
 * @param partly one item of an effect is refused
 */
record Faults(
        int crash,
        int stopped,
        int cutOff,
        int lookFails,
        int lookStale,
        int requestLost,
        int replyLost,
        int late,
        int twice,
        int partly) {
    static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** A mixture of chance: some runs see little of one thing and much of another. */
    static Faults of(Dice dice) {
        return new Faults(
                dice.pick(java.util.List.of(0, 1, 2, 6)),
                dice.pick(java.util.List.of(0, 1, 2)),
                dice.pick(java.util.List.of(0, 0, 2, 4)),
                dice.pick(java.util.List.of(0, 20, 80)),
                dice.pick(java.util.List.of(0, 100, 400)),
                dice.pick(java.util.List.of(0, 30, 150)),
                dice.pick(java.util.List.of(0, 30, 150)),
                dice.pick(java.util.List.of(0, 30, 100)),
                dice.pick(java.util.List.of(0, 30, 100)),
                dice.pick(java.util.List.of(0, 30, 100)));
    }
}
