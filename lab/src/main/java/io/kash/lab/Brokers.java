package io.kash.lab;

import io.kash.lab.cluster.Clients;
import io.kash.lab.cluster.ClusterFacts;
import io.kash.lab.cluster.Membership;
import io.kash.lab.server.Servers;
import io.kash.lab.waiting.Deadline;
import io.kash.lab.waiting.Waiting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** The brokers as their clients see them. */
final class Brokers {
    private static final int CONNECTS_WITHIN_MILLIS = 500;

    private final Servers servers;
    private final Clients clients;
    private final Function<Clients, Admin> connect;
    private @Nullable Admin admin;

    /** @param connect makes the one admin client, when there is somebody to connect to */
    Brokers(Servers servers, Clients clients, Function<Clients, Admin> connect) {
        this.servers = servers;
        this.clients = clients;
        this.connect = connect;
    }

    synchronized Admin admin() {
        if (admin == null) {
            admin = connect.apply(clients);
        }
        return admin;
    }

    /**
     * Waits until the cluster knows these brokers.
     *
     * @param needed servers without which it cannot: the first that has ended fails the wait
     */
    void awaitRegistered(List<Node> nodes, List<Node> needed, Deadline deadline) {
        Set<Integer> ids = nodes.stream().map(Node::id).collect(Collectors.toSet());
        // A client that is refused complains at length; so none is made before it will be served.
        boolean up = Waiting.until(() -> allRunning(needed) && nodes.stream().allMatch(Brokers::isListening), deadline)
                && Waiting.until(() -> allRunning(needed) && registered().containsAll(ids), deadline);
        if (!up) {
            throw new LabException(
                    "brokers " + ids + " are not up in time",
                    "not all of them are registered",
                    "see their logs in the lab's directory");
        }
    }

    /** @throws LabException naming the first that does not */
    private boolean allRunning(List<Node> needed) {
        servers.firstEnded(needed).ifPresent(ended -> {
            throw ended;
        });
        return true;
    }

    private static boolean isListening(Node node) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            node.endpoint().host(), node.endpoint().port()),
                    CONNECTS_WITHIN_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    Set<Integer> registered() {
        return new Membership(admin()).registered();
    }

    String clusterId() {
        return new Membership(admin()).clusterId();
    }

    ClusterFacts facts() {
        return ClusterFacts.of(admin(), clients);
    }
}
