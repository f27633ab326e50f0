package io.kash.surgery.throttle;

import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Pace;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/** Restores all that is left at once. */
public final class RestorePace implements Pace<RestoreThrottle> {
    @Override
    public List<Effect> next(RestoreThrottle step, Snapshot now, Control control) {
        return control.startsNothing() ? List.of() : step.throttle().restore(step.found(), now);
    }
}
