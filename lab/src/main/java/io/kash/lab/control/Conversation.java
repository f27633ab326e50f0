package io.kash.lab.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a lab in another process is spoken to: one line goes there, and lines of {@code pid <the lab's process>}, {@code out
 * <text>}, {@code err <text>} come back, and at the end {@code exit <code>}.
 *
 * @param exit the exit code; 1 when the lab went away without one
 * @param process the lab's process
 */
public record Conversation(int exit, Optional<ProcessHandle> process) {
    static final String PID = "pid ";
    static final String OUT = "out ";
    static final String ERR = "err ";
    static final String EXIT = "exit ";

    /** Whether a lab listens there. */
    public static boolean isPossible(Path socket) {
        try (SocketChannel connection = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return connection.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }

    /**
     * Says a line, and shows here what is printed there.
     *
     * @throws IOException when nobody listens
     */
    public static Conversation hold(Path socket, String line, Console console) throws IOException {
        Conversation said = new Conversation(1, Optional.empty());
        try (SocketChannel connection = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                BufferedReader answer = new BufferedReader(Channels.newReader(connection, StandardCharsets.UTF_8))) {
            connection.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            for (String next = answer.readLine(); next != null; next = answer.readLine()) {
                said = said.heard(next, console);
            }
        }
        return said;
    }

    private Conversation heard(String line, Console console) {
        if (line.startsWith(OUT)) {
            console.out().println(line.substring(OUT.length()));
        } else if (line.startsWith(ERR)) {
            console.err().println(line.substring(ERR.length()));
        } else if (line.startsWith(PID)) {
            return new Conversation(exit, ProcessHandle.of(Long.parseLong(line.substring(PID.length()))));
        } else if (line.startsWith(EXIT)) {
            return new Conversation(Integer.parseInt(line.substring(EXIT.length())), process);
        }
        return this;
    }
}
