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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** How an address answers. */
    enum Contact {
        /** Something listens there; it need not be a broker. */
        TAKEN,
        /** Nothing is there: the connection was refused, or the name is unknown. */
        REFUSED,
        /** No telling: it may be slow, or behind a filter that drops what it does not let through. */
        SILENT
    }

    record Found(Address address, Contact contact, String words) {
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
        return IntStream.range(0, addresses.size())
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
            return silent(address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Found(address, Contact.SILENT, "was not tried: interrupted");
        } catch (ExecutionException e) {
            return new Found(address, Contact.SILENT, "could not be tried: " + e.getCause());
        }
    }

    /** The best that any of the name's addresses gives, for Kafka's client tries them all. */
    private static Found tryOne(Address address) {
        try {
            List<Found> found = new ArrayList<>();
            for (InetAddress host : InetAddress.getAllByName(address.host())) {
                Found one = connect(address, host);
                if (one.contact() == Contact.TAKEN) {
                    return one;
                }
                found.add(one);
            }
            return found.stream()
                    .filter(one -> one.contact() == Contact.SILENT)
                    .findFirst()
                    .orElse(found.get(0));
        } catch (UnknownHostException e) {
            return new Found(address, Contact.REFUSED, "is not a known host name");
        }
    }

    private static Found connect(Address address, InetAddress host) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, address.port()), (int) CONNECTS_WITHIN.toMillis());
            return new Found(address, Contact.TAKEN, "takes connections, but no answer came in time");
        } catch (SocketTimeoutException e) {
            return silent(address);
        } catch (NoRouteToHostException e) {
            return new Found(address, Contact.REFUSED, "cannot be reached from here (no route)");
        } catch (ConnectException e) {
            return new Found(address, Contact.REFUSED, "refused the connection");
        } catch (IOException e) {
            return new Found(address, Contact.REFUSED, "failed: " + e.getMessage());
        }
    }

    private static Found silent(Address address) {
        return new Found(address, Contact.SILENT, "did not answer in time");
    }
}
