package io.kash.surgery.simulation;

import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.Witness;
import io.kash.surgery.problem.Problem;
import java.time.Instant;

/** Puts into the trace what an operation tells those who watch it. */
final class Told implements Witness {
    private final Shell shell;

    Told(Shell shell) {
        this.shell = shell;
    }

    @Override
    public void saw(Sighting sighting) {
        shell.say(sighting.standing() + " " + sighting.progress().done() + "/"
                + sighting.progress().total() + ", " + sighting.progress().inFlight() + " in flight, "
                + sighting.control().wish());
    }

    @Override
    public void trouble(Instant at, Problem problem) {
        shell.say("trouble: " + problem.what());
    }

    @Override
    public void waits(Instant at, String why) {
        shell.say("waits: " + why);
    }

    @Override
    public void wrote(Event event) {
        if (!(event instanceof Event.Intended)) {
            shell.say("writes " + event);
        }
    }
}
