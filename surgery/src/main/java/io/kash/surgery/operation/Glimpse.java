package io.kash.surgery.operation;

import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Progress;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What whoever carries an operation out saw last, for those who watch it from elsewhere.
 *
 * @param plan which of the operation's plans, counted from 0
 * @param step which step of that plan, counted from 0
 */
public record Glimpse(
        Instant at,
        int plan,
        int step,
        Standing standing,
        Progress progress,
        Control control,
        Optional<String> waitsFor) {
    /** Empty when the step is none of the operation's. */
    static Optional<Glimpse> of(Witness.Sighting sighting, List<Plan> plans) {
        for (int plan = plans.size() - 1; plan >= 0; plan--) {
            int step = plans.get(plan).steps().indexOf(sighting.step());
            if (step >= 0) {
                return Optional.of(new Glimpse(
                        sighting.at(),
                        plan,
                        step,
                        sighting.standing(),
                        sighting.progress(),
                        sighting.control(),
                        sighting.waitsFor()));
            }
        }
        return Optional.empty();
    }

    /** The same as the one who carries it out saw it; empty when the operation is not the one it was taken of. */
    public Optional<Witness.Sighting> of(Operation operation) {
        if (plan >= operation.plans().size()
                || step >= operation.plans().get(plan).steps().size()) {
            return Optional.empty();
        }
        Step seen = operation.plans().get(plan).steps().get(step);
        return Optional.of(new Witness.Sighting(at, seen, standing, progress, control, waitsFor));
    }
}
