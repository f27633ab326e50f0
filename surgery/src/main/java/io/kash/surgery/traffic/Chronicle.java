package io.kash.surgery.traffic;

import io.kash.surgery.environment.Connection;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.operation.Operation;
import java.util.Optional;

/**
 * Watches one run of an operation from beside it: what was there before, a canary and samples meanwhile, what is there
 * after. It never stops or delays the operation; its own troubles become notes of the evidence.
 */
public interface Chronicle extends AutoCloseable {
    /**
     * The run has ended: looks once more and gives the evidence of the whole operation. Never throws. Empty where nothing
     * is kept. After an ending that left at once it does so too, and what it did not look at is not known.
     */
    Optional<Evidence> finish(Ending ending);

    /** What its canary tells meanwhile. */
    default Clients clients() {
        return Clients.UNWATCHED;
    }

    /** Ends what still runs; nothing the second time, or after {@link #finish}. */
    @Override
    void close();

    /** Keeps nothing. */
    Chronicle NONE = new Chronicle() {
        @Override
        public Optional<Evidence> finish(Ending ending) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    };

    /** Begins chronicles. */
    @FunctionalInterface
    interface Chronicler {
        /**
         * Begins one, before the first effect of the run. Never throws. It takes as long as a look at the cluster the first
         * time, and nothing after.
         */
        Chronicle begin(Connection connection, Operation operation);

        /** Begins none. */
        Chronicler NONE = (connection, operation) -> Chronicle.NONE;
    }
}
