package io.kash.surgery.plan;

/**
 * One thing to look at: which {@link Part} is wanted, and how much of it. Implementations are records, so that two
 * steps that ask for the same thing cause one reading.
 */
public interface Look {
    /** The type of the part that answers this look. */
    Class<? extends Part> part();

    /**
     * The one look that answers this one and another of the same part.
     *
     * @throws IllegalArgumentException when the other asks for a different part
     */
    Look and(Look other);
}
