package io.kash.surgery.controllers;

import io.kash.surgery.kafka.AddVoter;
import io.kash.surgery.kafka.MetadataQuorum;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Pace;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import java.util.List;

/** Gives the vote when everybody, the new one included, has been well for long enough. A voter is never taken back. */
public final class JoinControllerPace implements Pace<JoinController> {
    @Override
    public List<Effect> next(JoinController step, Snapshot now, Control control) {
        boolean ready = step.standing(now) instanceof Standing.Ready
                && step.settled(now.part(MetadataQuorum.class), now)
                && !control.startsNothing();
        return ready
                ? List.of(new AddVoter(step.voter(), step.endpoint(), step.clusterId(), step.before()))
                : List.of();
    }
}
