package io.kash.surgery.addressing;

import java.util.stream.IntStream;

/**
 * Where a ZooKeeper server listens, each 1 to 65535 and different from the others.
 *
 * @param quorum for followers, on the leader
 * @param election for electing a leader
 * @param client for clients
 */
public record Ports(int quorum, int election, int client) {
    /** As ZooKeeper's guides have them. */
    public static final Ports USUAL = new Ports(2888, 3888, 2181);

    public Ports {
        IntStream.of(quorum, election, client)
                .filter(port -> port < 1 || port > 65_535)
                .findFirst()
                .ifPresent(port -> {
                    throw new IllegalArgumentException(port + " is no port; 1 to 65535 are");
                });
        if (quorum == election || quorum == client || election == client) {
            throw new IllegalArgumentException("quorum, election and client port must be three different ones");
        }
    }

    /** Whether one port is in both. */
    boolean meet(Ports other) {
        return IntStream.of(quorum, election, client)
                .anyMatch(port -> port == other.quorum || port == other.election || port == other.client);
    }
}
