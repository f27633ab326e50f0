package io.kash.surgery.membership;

import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Pace;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import java.util.List;

/** Hides the server when enough others are behind the name. */
public final class LeaveNamePace implements Pace<LeaveName> {
    @Override
    public List<Effect> next(LeaveName step, Snapshot now, Control control) {
        return step.standing(now) instanceof Standing.Ready && !control.startsNothing()
                ? List.of(step.effect())
                : List.of();
    }
}
