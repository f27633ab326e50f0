package io.kash.lab.cli;

import io.kash.lab.LabException;
import io.kash.lab.server.LabHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Speaks to a lab that is up in another process. */
record ControlClient(Path labHome) {
    private static final long GONE_WITHIN_SECONDS = 60;

    /** Whether a lab is up and answers. */
    boolean isUp() {
        try (SocketChannel connection = SocketChannel.open(address())) {
            return connection.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }

    /**
     * Has it carried out there, and shows here what it prints.
     *
     * @return its exit code
     */
    int send(Request.OfRunningLab request, Console console) {
        Optional<ProcessHandle> supervisor = Optional.empty();
        int exit = ExitCode.FAILED;
        try (SocketChannel connection = SocketChannel.open(address());
                BufferedReader answer = new BufferedReader(Channels.newReader(connection, StandardCharsets.UTF_8))) {
            connection.write(ByteBuffer.wrap((ControlLine.of(request) + "\n").getBytes(StandardCharsets.UTF_8)));
            for (String line = answer.readLine(); line != null; line = answer.readLine()) {
                if (line.startsWith(ControlLine.OUT)) {
                    console.out().println(line.substring(ControlLine.OUT.length()));
                } else if (line.startsWith(ControlLine.ERR)) {
                    console.err().println(line.substring(ControlLine.ERR.length()));
                } else if (line.startsWith(ControlLine.PID)) {
                    supervisor = ProcessHandle.of(Long.parseLong(line.substring(ControlLine.PID.length())));
                } else if (line.startsWith(ControlLine.EXIT)) {
                    exit = Integer.parseInt(line.substring(ControlLine.EXIT.length()));
                }
            }
        } catch (IOException e) {
            throw new LabException(
                    "no lab is up in " + labHome,
                    "nobody answers on its control socket (" + e.getMessage() + ")",
                    "start one: ./kash lab up",
                    e);
        }
        if (request instanceof Request.Down) {
            supervisor.ifPresent(ControlClient::awaitEnd);
        }
        return exit;
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

    private UnixDomainSocketAddress address() {
        return UnixDomainSocketAddress.of(LabHome.controlSocket(labHome));
    }
}
