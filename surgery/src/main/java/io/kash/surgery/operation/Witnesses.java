package io.kash.surgery.operation;

import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import java.time.Instant;
import java.util.List;

/** Several witnesses, told in their order. */
public final class Witnesses implements Witness {
    private final List<Witness> all;

    public Witnesses(Witness... all) {
        this.all = List.of(all);
    }

    @Override
    public void saw(Sighting sighting) {
        all.forEach(witness -> witness.saw(sighting));
    }

    @Override
    public void looked(Snapshot now) {
        all.forEach(witness -> witness.looked(now));
    }

    @Override
    public void trouble(Instant at, Problem problem) {
        all.forEach(witness -> witness.trouble(at, problem));
    }

    @Override
    public void waits(Instant at, String why) {
        all.forEach(witness -> witness.waits(at, why));
    }

    @Override
    public void wrote(Event event) {
        all.forEach(witness -> witness.wrote(event));
    }
}
