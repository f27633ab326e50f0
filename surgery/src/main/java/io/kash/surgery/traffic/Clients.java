package io.kash.surgery.traffic;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What clients of a cluster feel, as a canary tells it. */
public interface Clients {
    /** The topic that is written to; empty where nobody watches. */
    Optional<String> watched();

    /**
     * Within how many milliseconds 99 of 100 records were acknowledged since this was last asked; empty where nobody watches,
     * and where too few were sent.
     *
     * @param unsettled partitions of the topic whose records are passed over
     */
    OptionalLong acknowledgedWithinMillis(Set<Integer> unsettled);

    /** Nobody watches. */
    Clients UNWATCHED = new Clients() {
        @Override
        public Optional<String> watched() {
            return Optional.empty();
        }

        @Override
        public OptionalLong acknowledgedWithinMillis(Set<Integer> unsettled) {
            return OptionalLong.empty();
        }
    };
}
