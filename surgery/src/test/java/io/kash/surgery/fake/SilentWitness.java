package io.kash.surgery.fake;

import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.Witness;
import io.kash.surgery.problem.Problem;
import java.time.Instant;

/** Sees everything and says nothing. */
public final class SilentWitness implements Witness {
    @Override
    public void saw(Sighting sighting) {}

    @Override
    public void trouble(Instant at, Problem problem) {}

    @Override
    public void waits(Instant at, String why) {}

    @Override
    public void wrote(Event event) {}
}
