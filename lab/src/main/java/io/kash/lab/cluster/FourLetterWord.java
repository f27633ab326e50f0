package io.kash.lab.cluster;

import io.kash.lab.address.Endpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One question to one ZooKeeper server, without a client library and without a session. */
public final class FourLetterWord {
    private static final int ANSWERS_WITHIN_MILLIS = 2000;

    private FourLetterWord() {}

    /** What the server says to {@code srvr}, {@code mntr}, …; nothing when it does not answer within two seconds. */
    public static Optional<String> ask(Endpoint server, String word) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.host(), server.port()), ANSWERS_WITHIN_MILLIS);
            socket.setSoTimeout(ANSWERS_WITHIN_MILLIS);
            socket.getOutputStream().write(word.getBytes(StandardCharsets.US_ASCII));
            return Optional.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException noAnswer) {
            return Optional.empty();
        }
    }

    /** What it says of itself: leader, follower, observer or standalone; nothing while it serves nobody. */
    public static Optional<String> role(Endpoint server) {
        return ask(server, "srvr").flatMap(answer -> answer.lines()
                .filter(line -> line.startsWith("Mode: "))
                .map(line -> line.substring("Mode: ".length()))
                .findFirst());
    }
}
