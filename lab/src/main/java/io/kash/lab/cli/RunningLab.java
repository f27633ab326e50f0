package io.kash.lab.cli;

import io.kash.lab.Lab;
import io.kash.lab.LabException;
import io.kash.lab.LabSpec;
import io.kash.lab.Node;
import io.kash.lab.control.Console;
import io.kash.lab.control.ControlServer;
import io.kash.lab.server.LabHome;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A lab of this process that other processes can speak to. */
final class RunningLab implements ControlServer.Handler, AutoCloseable {
    private final Lab lab;
    private final CountDownLatch down = new CountDownLatch(1);
    private final boolean endsOnRequest;
    private volatile boolean asked;
    private @Nullable ControlServer control;

    private RunningLab(Lab lab, boolean endsOnRequest) {
        this.lab = lab;
        this.endsOnRequest = endsOnRequest;
    }

    /**
     * Starts a lab in this home and opens its control socket.
     *
     * @param endsOnRequest whether another process may end it; not when it lives for a script or a shell of this one
     */
    static RunningLab start(LabSpec spec, Path home, boolean endsOnRequest, Consumer<String> progress) {
        Lab lab = Lab.start(spec.withHome(home), progress);
        RunningLab running = new RunningLab(lab, endsOnRequest);
        try {
            running.control = ControlServer.listen(LabHome.controlSocket(home), running);
            return running;
        } catch (RuntimeException e) {
            lab.close();
            throw e;
        }
    }

    Lab lab() {
        return lab;
    }

    /** Does what was asked over the socket. */
    @Override
    public int carryOut(String line, Console console) {
        try {
            return carryOut(ControlLine.read(line), console);
        } catch (UsageException e) {
            console.err().println("kash lab: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private int carryOut(Request.OfRunningLab request, Console console) {
        if (request instanceof Request.ToNode toNode) {
            toNode.verb().apply(lab, toNode.node());
            console.out().println(toNode.node() + " " + toNode.verb().done());
        } else if (request instanceof Request.StartNewBrokers start) {
            for (Node node : lab.startNewBrokers(start.count())) {
                console.out().println(node.name() + " started, " + node.endpoint());
            }
        } else if (request instanceof Request.Down) {
            endOnRequest(console);
        } else {
            StatusView.of(lab).print(console.out());
        }
        return ExitCode.DONE;
    }

    private void endOnRequest(Console console) {
        if (!endsOnRequest) {
            throw new LabException(
                    "this lab cannot be stopped from outside",
                    "it lives for the script or the shell it was started with",
                    "end that");
        }
        asked = true;
        close();
        console.out().println("the lab is down");
    }

    /** An answer has been sent; only then may this process end, if it was asked to. */
    @Override
    public void answered() {
        if (asked) {
            down.countDown();
        }
    }

    /** Waits, without a limit, until somebody asks for the lab's end; a signal ends the waiting too. */
    void awaitDown() {
        try {
            down.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The socket first: once the lab is closed, another may have its home. */
    @Override
    public synchronized void close() {
        if (control != null) {
            control.close();
            control = null;
        }
        lab.close();
    }
}
