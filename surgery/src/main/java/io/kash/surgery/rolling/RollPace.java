package io.kash.surgery.rolling;

import io.kash.surgery.hook.RunHook;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Pace;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Snapshot;
import java.time.Duration;
import java.util.List;

/** Runs the program when its time has come. That it runs once only is the runner's to see to. */
public final class RollPace implements Pace<RestartBroker> {
    /** Longer than a controlled shutdown of a broker with thousands of partitions, and the start of its process. */
    static final Duration LIMIT = Duration.ofMinutes(5);

    @Override
    public List<Effect> next(RestartBroker step, Snapshot now, Control control) {
        return control.startsNothing() || !step.due(now)
                ? List.of()
                : List.of(new RunHook(step.title(), step.restart().command(), LIMIT, step.patience()));
    }
}
