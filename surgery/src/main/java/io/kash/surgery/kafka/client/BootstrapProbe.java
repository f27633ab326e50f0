package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.client.BootstrapAddresses.Address;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Tries the bootstrap addresses by opening a connection to each. Kafka's client retries in silence until its time is
 * over and then only says that it is; this says which address refused and which name is unknown.
 */
final class BootstrapProbe {
    private static final Duration CONNECTS_WITHIN = Duration.ofMillis(1_200);

    /** More for a name server that does not answer. */
    private static final Duration ANSWERS_WITHIN = Duration.ofMillis(1_500);

    private final List<Address> addresses;
    private final Executor executor;

    BootstrapProbe(List<Address> addresses, Executor executor) {
        this.addresses = addresses;
        this.executor = executor;
    }

    /** @param reached whether something listens there; it need not be a broker */
    record Found(Address address, boolean reached, String words) {
        @Override
        public String toString() {
            return address + " " + words;
        }
    }

    /** All addresses at once, so that it takes no longer than the slowest. */
    List<Found> tryAll() {
        List<CompletableFuture<Found>> running = addresses.stream()
                .map(address -> CompletableFuture.supplyAsync(() -> tryOne(address), executor))
                .toList();
        long endNanos = System.nanoTime() + ANSWERS_WITHIN.toNanos();
        return java.util.stream.IntStream.range(0, addresses.size())
                .mapToObj(i -> found(running.get(i), addresses.get(i), endNanos))
                .toList();
    }

    /** What was found at every address tried. */
    String report() {
        return words(tryAll());
    }

    static String words(List<Found> found) {
        return found.stream().map(Found::toString).collect(Collectors.joining("; "));
    }

    private static Found found(CompletableFuture<Found> running, Address address, long endNanos) {
        try {
            return running.get(Math.max(1, endNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Found(address, false, "did not answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Found(address, false, "was not tried: interrupted");
        } catch (ExecutionException e) {
            return new Found(address, false, "could not be tried: " + e.getCause());
        }
    }

    private static Found tryOne(Address address) {
        try (Socket socket = new Socket()) {
            InetAddress host = InetAddress.getByName(address.host());
            socket.connect(new InetSocketAddress(host, address.port()), (int) CONNECTS_WITHIN.toMillis());
            return new Found(address, true, "takes connections, but no answer came in time");
        } catch (UnknownHostException e) {
            return new Found(address, false, "is not a known host name");
        } catch (SocketTimeoutException e) {
            return new Found(address, false, "did not answer in time");
        } catch (NoRouteToHostException e) {
            return new Found(address, false, "cannot be reached from here (no route)");
        } catch (ConnectException e) {
            return new Found(address, false, "refused the connection");
        } catch (IOException e) {
            return new Found(address, false, "failed: " + e.getMessage());
        }
    }
}
