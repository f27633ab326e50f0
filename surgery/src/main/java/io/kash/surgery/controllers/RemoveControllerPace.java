package io.kash.surgery.controllers;

import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.kafka.RemoveVoter;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Pace;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import java.util.List;

/** Takes the controller out when the rest has been well for long enough. */
public final class RemoveControllerPace implements Pace<RemoveController> {
    @Override
    public List<Effect> next(RemoveController step, Snapshot now, Control control) {
        boolean ready = step.standing(now) instanceof Standing.Ready
                && step.settled(now.part(MetadataQuorum.class), now)
                && !control.startsNothing();
        return ready ? List.of(new RemoveVoter(step.voter(), step.clusterId(), step.before())) : List.of();
    }
}
