package io.kash.surgery.plan;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * A condition that must stand while an operation runs: a throttle, a suspended process, a cordon. It is acquired before
 * the steps, watched between them, and restored exactly to what was found.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public interface Hold extends Kinded {
    /** The hold in a few words, for previews: {@code 6 brokers, 31 topics at 80 MB/s}. */
    String title();

    Scope scope();

    /** The values of everything that can be seen now, before it is changed; they go into the journal first. */
    Ledger found(Snapshot before);

    /** How the hold stands. One that somebody else broke stops the operation before its next effect. */
    State state(Ledger found, Snapshot now);

    /** What is still to be done for the hold to stand; empty when it does. */
    List<Effect> acquire(Snapshot now);

    /**
     * What is still to be done for everything to be as found; empty when it is. A value that is neither ours nor the
     * one found is somebody else's and is left alone.
     */
    List<Effect> restore(Ledger found, Snapshot now);

    /**
     * The hold under limits that were changed while it stood. Values of the earlier limits still count as ours: they are
     * replaced, and restored, and never taken for somebody else's.
     */
    default Hold adjusted(Adjustment limits) {
        return this;
    }

    /**
     * What is still to be done for what is ours of it to follow limits that were changed; empty when it does. What was
     * taken away, is somebody else's, or was not in our hands, is left alone: this may be done while the hold is broken.
     *
     * @param found what is in our hands
     */
    default List<Effect> follow(Ledger found, Snapshot now) {
        return List.of();
    }

    /** How a hold stands. */
    sealed interface State {
        /** Everything that can be reached is as we want it. */
        record Stands() implements State {}

        /** Some of it is as it was found. */
        record Missing(String what) implements State {}

        /** Some of it is neither ours nor what was found. */
        record Foreign(String what) implements State {}
    }
}
