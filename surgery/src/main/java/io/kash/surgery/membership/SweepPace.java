package io.kash.surgery.membership;

import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Pace;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.zookeeper.MarkEnsemble;
import io.kash.surgery.zookeeper.Membership;
import java.util.List;
import java.util.Optional;

/**
 * Touches one server at a time. Before each: the ensemble is whole, it has taken a write since the last one came back, every
 * server shows that write at its own client port, and all have been well for long enough.
 */
public final class SweepPace implements Pace<Sweep> {
    @Override
    public List<Effect> next(Sweep step, Snapshot now, Control control) {
        SweepState state = step.state(now);
        Standing standing = step.standing(now);
        // One that came back by itself with the old list is only restarted: what was sent for it is not sent again.
        boolean goesOn = standing instanceof Standing.Ready
                || standing instanceof Standing.Underway
                || state.misled().isPresent();
        if (!goesOn || state.broken().isPresent()) {
            return List.of();
        }
        return switch (state.phase()) {
            case OUTSIDE -> control.startsNothing() ? List.of() : beginning(step, state, now);
            case SWEEPING -> sweeping(step, state, now, control);
            default -> List.of();
        };
    }

    private static List<Effect> beginning(Sweep step, SweepState state, Snapshot now) {
        if (!state.prepared()) {
            return state.membersSettled(now) ? List.of(step.preparation()) : List.of();
        }
        return state.settled(now) ? marks(step, state.first()) : List.of();
    }

    private static List<Effect> sweeping(Sweep step, SweepState state, Snapshot now, Control control) {
        if (!state.noted()) {
            // What came back is written down even when nothing is to begin.
            return marks(step, state.note());
        }
        if (control.startsNothing() || !state.shown() || !state.settled(now)) {
            return List.of();
        }
        return state.leavingLeads()
                ? List.of(step.handOver())
                : state.next().map(id -> List.of(step.effect(id))).orElse(List.of());
    }

    private static List<Effect> marks(Sweep step, Optional<SweepMark> mark) {
        return mark.map(one -> List.<Effect>of(new MarkEnsemble(one.text(), Membership.clients(step.before()))))
                .orElse(List.of());
    }
}
