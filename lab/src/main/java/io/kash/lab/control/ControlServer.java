package io.kash.lab.control;

import io.kash.lab.LabException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lets other processes of the same user speak to this one's lab, over a Unix domain socket only they can open. One line
 * comes, is carried out, and its output goes back; several at a time.
 */
public final class ControlServer implements AutoCloseable {
    /** Does what a line asks for. */
    public interface Handler {
        /**
         * Carries it out.
         *
         * @return the exit code of whoever asked
         * @throws LabException when it cannot be done; whoever asked is told, and exits 1
         */
        int carryOut(String line, Console console);

        /** An answer has been sent. */
        default void answered() {}
    }

    private static final int LONGEST_PATH = 100;
    private static final int FAILED = 1;

    private final Path path;
    private final ServerSocketChannel channel;
    private final Handler handler;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "lab-control");
        thread.setDaemon(true);
        return thread;
    });

    private ControlServer(Path path, ServerSocketChannel channel, Handler handler) {
        this.path = path;
        this.channel = channel;
        this.handler = handler;
    }

    /** Listens at this path, in a directory that is the user's own. */
    public static ControlServer listen(Path path, Handler handler) {
        try {
            if (path.toString().length() > LONGEST_PATH) {
                throw new IOException("a socket's path may have " + LONGEST_PATH + " characters");
            }
            Files.deleteIfExists(path);
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            ControlServer server = new ControlServer(path, channel, handler);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new LabException(
                    "cannot open the lab's control socket " + path,
                    e.getMessage() + "",
                    "name a shorter place in KASH_LAB_HOME",
                    e);
        }
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel connection = channel.accept();
                threads.execute(() -> serve(connection));
            }
        } catch (ClosedChannelException e) {
            // The lab is ending; nobody is to be let in any more.
            threads.shutdown();
        } catch (IOException e) {
            System.getLogger(ControlServer.class.getName()).log(System.Logger.Level.WARNING, "control socket", e);
        }
    }

    private void serve(SocketChannel connection) {
        try (connection;
                BufferedReader reader = new BufferedReader(Channels.newReader(connection, StandardCharsets.UTF_8));
                PrintStream answer =
                        new PrintStream(Channels.newOutputStream(connection), true, StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            if (line != null) {
                answer.println(Conversation.PID + ProcessHandle.current().pid());
                Console console = new Console(
                        LinePrefixer.printTo(answer, Conversation.OUT), LinePrefixer.printTo(answer, Conversation.ERR));
                answer.println(Conversation.EXIT + carryOut(line, console));
            }
        } catch (IOException e) {
            // Whoever asked has gone; what they asked for is done all the same.
        } finally {
            handler.answered();
        }
    }

    private int carryOut(String line, Console console) {
        try {
            return handler.carryOut(line, console);
        } catch (LabException e) {
            console.err().println("kash lab: " + e.getMessage());
            return FAILED;
        }
    }

    /** Lets nobody in any more. Connections that are being served stay open. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
            channel.close();
        } catch (IOException e) {
            throw new LabException("cannot close the control socket " + path, e.toString(), "remove it", e);
        }
    }
}
