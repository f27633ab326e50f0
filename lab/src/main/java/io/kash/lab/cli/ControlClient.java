package io.kash.lab.cli;

import io.kash.lab.LabException;
import io.kash.lab.control.Console;
import io.kash.lab.control.Conversation;
import io.kash.lab.server.LabHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Speaks to a lab that is up in another process. */
record ControlClient(Path labHome) {
    private static final long GONE_WITHIN_SECONDS = 60;

    /** Whether a lab is up and answers. */
    boolean isUp() {
        return Conversation.isPossible(LabHome.controlSocket(labHome));
    }

    /**
     * Has it carried out there, and shows here what it prints.
     *
     * @return its exit code
     */
    int send(Request.OfRunningLab request, Console console) {
        Conversation said;
        try {
            said = Conversation.hold(LabHome.controlSocket(labHome), ControlLine.of(request), console);
        } catch (IOException e) {
            throw new LabException(
                    "no lab is up in " + labHome,
                    "nobody answers on its control socket (" + e.getMessage() + ")",
                    "start one: ./kash lab up",
                    e);
        }
        if (request instanceof Request.Down) {
            said.process().ifPresent(ControlClient::awaitEnd);
        }
        return said.exit();
    }

    private static void awaitEnd(ProcessHandle supervisor) {
        try {
            supervisor.onExit().get(GONE_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new LabException(
                    "the lab's process " + supervisor.pid() + " does not end",
                    "its servers are down; it is still there after " + GONE_WITHIN_SECONDS + " s",
                    "end it: kill " + supervisor.pid(),
                    e);
        }
    }
}
