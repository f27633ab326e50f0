package io.kash.surgery.operation;

import io.kash.surgery.plan.Progress;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import io.kash.surgery.problem.Problem;
import java.time.Instant;
import java.util.Optional;

/** Sees what an operation does while it runs. What it does with it is its own business; it steers nothing. */
public interface Witness {
    /**
     * A step was looked at.
     *
     * @param control what operators want of it
     * @param waitsFor what has to come next, and from whom; asked only where nothing has moved since the last look
     */
    record Sighting(
            Instant at, Step step, Standing standing, Progress progress, Control control, Optional<String> waitsFor) {
        /** One that moves. */
        public Sighting(Instant at, Step step, Standing standing, Progress progress, Control control) {
            this(at, step, standing, progress, control, Optional.empty());
        }
    }

    void saw(Sighting sighting);

    /** What a step was looked at in, before it is judged. Whoever carries an operation out sees it; who watches does not. */
    default void looked(Snapshot now) {}

    /** The cluster could not be looked at; the operation waits and looks again. */
    void trouble(Instant at, Problem problem);

    /** It was paused before it began anything. */
    void waits(Instant at, String why);

    /** Something went into the journal. */
    void wrote(Event event);
}
