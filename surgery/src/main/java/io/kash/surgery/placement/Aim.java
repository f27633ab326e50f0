package io.kash.surgery.placement;

import java.util.BitSet;

/**
 * What a placement is to reach, in the numbers of one {@link Layout}.
 *
 * @param leaving brokers that give up every replica of what is included
 * @param receiving brokers that may be given replicas; one that also leaves is not among them
 * @param fixedTopics topics that are left as they are, and count in the balance
 * @param reach how much may be touched
 */
public record Aim(BitSet leaving, BitSet receiving, BitSet fixedTopics, Reach reach) {

    /** How much may be touched, each more than the one before. */
    public enum Reach {
        /** Only replicas that have to move; their partitions keep the order of replicas, so leadership moves with the place. */
        WHAT_MUST_MOVE,
        /** Only replicas that have to move; but who leads may change everywhere, for it costs no bytes. */
        LEADERS_TOO,
        /** Whatever it takes to level replicas and bytes. */
        LEVEL
    }

    public Aim {
        leaving = (BitSet) leaving.clone();
        receiving = (BitSet) receiving.clone();
        receiving.andNot(leaving);
        fixedTopics = (BitSet) fixedTopics.clone();
    }
}
