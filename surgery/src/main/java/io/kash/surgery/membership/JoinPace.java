package io.kash.surgery.membership;

import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Pace;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.zookeeper.MarkEnsemble;
import io.kash.surgery.zookeeper.Member;
import io.kash.surgery.zookeeper.Membership;
import io.kash.surgery.zookeeper.Reconfigure;
import java.util.List;

/**
 * Sends one change at a time: observer, mark, voter. The vote is given only to a server that has shown the mark at its own
 * port, and when all others have been well for long enough.
 */
public final class JoinPace implements Pace<JoinServer> {
    @Override
    public List<Effect> next(JoinServer step, Snapshot now, Control control) {
        Standing standing = step.standing(now);
        boolean goesOn = standing instanceof Standing.Ready || standing instanceof Standing.Underway;
        if (control.startsNothing() || !goesOn) {
            return List.of();
        }
        Membership membership = now.part(Membership.class);
        return switch (step.phase(membership)) {
            case OUTSIDE -> List.of(add(step.server().as(Member.Role.OBSERVER), step, membership));
            case OBSERVING -> observing(step, membership, now);
            default -> List.of();
        };
    }

    private static List<Effect> observing(JoinServer step, Membership membership, Snapshot now) {
        if (!membership.mark().equals(java.util.Optional.of(step.mark()))) {
            return List.of(new MarkEnsemble(step.mark(), Membership.clients(step.before())));
        }
        return step.proven(membership) && membership.settled(step.before(), step.settle(), now.observedAt())
                ? List.of(add(step.server(), step, membership))
                : List.of();
    }

    private static Reconfigure add(Member member, JoinServer step, Membership membership) {
        return new Reconfigure(
                List.of(member),
                List.of(),
                membership.configuration().orElseThrow().version(),
                Membership.clients(step.before()));
    }

    /** An observer goes out again; a voter stays. */
    @Override
    public List<Effect> withdraw(JoinServer step, Snapshot now) {
        Membership membership = now.part(Membership.class);
        return step.phase(membership) == JoinServer.Phase.OBSERVING
                ? List.of(new Reconfigure(
                        List.of(),
                        List.of(step.server().id()),
                        membership.configuration().orElseThrow().version(),
                        Membership.clients(step.before())))
                : List.of();
    }
}
