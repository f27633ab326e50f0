package io.kash.completions.values;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether the Kafka cluster of the environment chosen answers, for the prompt.
 *
 * @param since when the state was entered; empty where that means nothing
 */
public record Reachability(State state, Optional<Instant> since) {
    /** What is known. */
    public enum State {
        /** No environment was chosen. */
        UNKNOWN,
        /** It was asked for the first time and has not answered yet. */
        LOADING,
        REACHABLE,
        UNREACHABLE
    }

    static final Reachability UNKNOWN = new Reachability(State.UNKNOWN, Optional.empty());
    static final Reachability LOADING = new Reachability(State.LOADING, Optional.empty());

    /** The state found at some time; when it is the same as before, it stands since then. */
    Reachability next(State found, Instant at) {
        return found == state ? this : new Reachability(found, Optional.of(at));
    }
}
