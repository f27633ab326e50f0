package io.kash.surgery.operation;

import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Step;
import java.util.List;

/**
 * Decides what is sent next for a step that is under way. The adaptive part: what it remembers may be lost at any
 * moment, and the next shell goes on from what it sees.
 */
public interface Pace<S extends Step> {
    /** Effects to send now; none means that what is in flight is enough, or that operators want it to stop. */
    List<Effect> next(S step, Snapshot now, Control control);

    /**
     * Effects that take back what is in flight, only where that cannot lose anything; what they leave finishes. None
     * where nothing can be taken back.
     */
    default List<Effect> withdraw(S step, Snapshot now) {
        return List.of();
    }

    /**
     * Effects that put right what was changed for the time of the step only, asked for when it ends before it is done and
     * nothing is in flight any more. None when nothing is left.
     */
    default List<Effect> tidy(S step, Snapshot now) {
        return List.of();
    }
}
