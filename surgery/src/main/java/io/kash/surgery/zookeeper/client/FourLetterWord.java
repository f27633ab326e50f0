package io.kash.surgery.zookeeper.client;

import java.io.ByteArrayOutputStream;
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
    private static final int MUCH = 8_000_000;

    private FourLetterWord() {}

    /**
     * Asks within two seconds for connecting and two for the answer.
     *
     * @throws IOException with a message an operator understands
     */
    static String ask(String word, InetSocketAddress server) throws IOException {
        return ask(word, server, MOST_BYTES);
    }

    /** The same for a word whose answer grows with the number of clients. */
    static String askForMuch(String word, InetSocketAddress server) throws IOException {
        return ask(word, server, MUCH);
    }

    private static String ask(String word, InetSocketAddress server, int most) throws IOException {
        try (Socket socket = new Socket()) {
            connect(socket, server);
            socket.getOutputStream().write(word.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return answer(socket, most);
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
    private static String answer(Socket socket, int most) throws IOException {
        long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWERS_WITHIN_MILLIS);
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        byte[] buffer = new byte[MOST_BYTES];
        while (received.size() < most) {
            int leftMillis = (int) TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime());
            if (leftMillis <= 0) {
                throw new SocketTimeoutException("answer too slow");
            }
            socket.setSoTimeout(leftMillis);
            int read = socket.getInputStream().read(buffer, 0, Math.min(buffer.length, most - received.size()));
            if (read < 0) {
                break;
            }
            received.write(buffer, 0, read);
        }
        return received.toString(StandardCharsets.UTF_8);
    }
}
