package io.kash.surgery.throttle;

import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Ledger;
import io.kash.surgery.plan.Progress;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;

/**
 * Restores one throttle from the ledger of the operation that set it. Values that are not ours any more are left alone.
 *
 * <p>What happens when it fails half-way: some settings are as found and some still ours; the next look tells which.
 */
public record RestoreThrottle(ReplicationThrottle throttle, Ledger found) implements Step {
    public static final Kind KIND = Kind.of("kafka.restore-throttle/1");

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "restore what was found before the throttle on " + throttle.title();
    }

    @Override
    public Scope scope() {
        return throttle.scope().and(Scope.of(new ClusterLook(Selection.none())));
    }

    @Override
    public Standing standing(Snapshot now) {
        return throttle.restore(found, now).isEmpty() ? Standing.DONE : Standing.READY;
    }

    /** Throttles are not part of what later plans are made on. */
    @Override
    public Snapshot project(Snapshot before) {
        return before;
    }

    @Override
    public Progress progress(Snapshot now) {
        boolean done = standing(now).equals(Standing.DONE);
        return new Progress(Progress.Unit.CHANGES, done ? 1 : 0, 1, 0);
    }
}
