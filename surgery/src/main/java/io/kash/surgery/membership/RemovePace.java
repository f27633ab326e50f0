package io.kash.surgery.membership;

import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Pace;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.zookeeper.MarkEnsemble;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.Reconfigure;
import java.util.List;

/** Takes the server out when the rest has been well for long enough, then lets the rest take a write. */
public final class RemovePace implements Pace<RemoveServer> {
    @Override
    public List<Effect> next(RemoveServer step, Snapshot now, Control control) {
        Standing standing = step.standing(now);
        Membership membership = now.part(Membership.class);
        List<String> via = Membership.clients(step.after());
        if (standing instanceof Standing.Underway && !step.marked(membership)) {
            // It is out already: the write that proves it is no new beginning.
            return List.of(new MarkEnsemble(step.mark(), via));
        }
        boolean ready = standing instanceof Standing.Ready && step.settled(membership, now);
        return ready && !control.startsNothing()
                ? List.of(new Reconfigure(
                        List.of(),
                        List.of(step.server().id()),
                        membership.configuration().orElseThrow().version(),
                        via))
                : List.of();
    }
}
