package io.kash.lab.server;

import io.kash.lab.LabException;
import java.io.IOException;
import java.time.Duration;

/** The connection to the janitor, which cleans up when the lab's own process no longer can. */
final class JanitorLine implements AutoCloseable {
    private static final Duration CLEANED_UP_WITHIN = Duration.ofSeconds(20);

    private final Child janitor;

    JanitorLine(JavaCommand command, LabHome home) {
        this.janitor = Child.start(
                "the janitor", command.janitor(home.janitorArguments()), home.root(), home.logOf("janitor"));
    }

    void knows(Child server) {
        try {
            janitor.tell(server.pid() + " " + server.started().toEpochMilli());
        } catch (IOException e) {
            throw new LabException(
                    "the lab's janitor has ended", e.toString(), "stop the lab and start it again: ./kash lab down", e);
        }
    }

    /** Lets it clean up whatever is left, and waits until it has. */
    @Override
    public void close() {
        janitor.hangUp();
        if (!janitor.awaitEnd(CLEANED_UP_WITHIN)) {
            janitor.kill();
        }
    }
}
