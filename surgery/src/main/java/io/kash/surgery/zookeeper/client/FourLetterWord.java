package io.kash.surgery.zookeeper.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A server's own answer to one of its four-letter words (ZooKeeper Administrator's Guide, "The Four Letter Words"). */
final class FourLetterWord {
    private static final int ANSWERS_WITHIN_MILLIS = 2_000;
    private static final int MOST_BYTES = 65_536;

    private FourLetterWord() {}

    /**
     * Asks within two seconds for connecting and two for the answer.
     *
     * @throws IOException with a message an operator understands
     */
    static String ask(String word, InetSocketAddress server) throws IOException {
        try (Socket socket = new Socket()) {
            connect(socket, server);
            socket.getOutputStream().write(word.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return answer(socket);
        } catch (SocketTimeoutException e) {
            throw new IOException("no answer to '" + word + "' within " + ANSWERS_WITHIN_MILLIS / 1000 + " s", e);
        }
    }

    private static void connect(Socket socket, InetSocketAddress server) throws IOException {
        try {
            socket.connect(server, ANSWERS_WITHIN_MILLIS);
        } catch (SocketTimeoutException e) {
            throw new IOException("no connection within " + ANSWERS_WITHIN_MILLIS / 1000 + " s", e);
        } catch (NoRouteToHostException e) {
            throw new IOException("cannot be reached from here (no route)", e);
        } catch (ConnectException e) {
            throw new IOException("refused the connection", e);
        }
    }

    /** The server closes the connection behind its answer. One that sends for ever is cut off. */
    private static String answer(Socket socket) throws IOException {
        long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWERS_WITHIN_MILLIS);
        byte[] received = new byte[MOST_BYTES];
        int length = 0;
        while (length < MOST_BYTES) {
            int leftMillis = (int) TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime());
            if (leftMillis <= 0) {
                throw new SocketTimeoutException("answer too slow");
            }
            socket.setSoTimeout(leftMillis);
            int read = socket.getInputStream().read(received, length, MOST_BYTES - length);
            if (read < 0) {
                break;
            }
            length += read;
        }
        return new String(received, 0, length, StandardCharsets.UTF_8);
    }
}
