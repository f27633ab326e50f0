package io.kash.surgery.membership;

import io.kash.surgery.hook.RunHook;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Pace;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import java.time.Duration;
import java.util.List;

/** Runs the program that stops the server, when nobody needs it any more. */
public final class StopPace implements Pace<StopServer> {
    /** Longer than any server takes to end that has no quorum to leave. */
    static final Duration LIMIT = Duration.ofMinutes(1);

    @Override
    public List<Effect> next(StopServer step, Snapshot now, Control control) {
        return step.standing(now) instanceof Standing.Ready && !control.startsNothing()
                ? List.of(new RunHook(step.title(), step.command(), LIMIT, LIMIT))
                : List.of();
    }
}
