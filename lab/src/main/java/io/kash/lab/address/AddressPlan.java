package io.kash.lab.address;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which address each of a lab's servers has. {@code n} is the network's number, 60 for the first lab on a machine, and
 * the third octet the zone (1 to 3):
 *
 * <pre>
 * ZooKeeper     127.n.zone.11 :2181 (quorum 2888, election 3888)
 * controllers   127.n.zone.16 :9093
 * old brokers   127.n.zone.21 :9092 (extra listeners from 9094)
 * new brokers   127.n.zone.31 :9092
 * </pre>
 *
 * A fourth server of a kind is the zone's second, one address further: so the address of a ZooKeeper server is that of its
 * zone's subnet, the offset {@value #ZOOKEEPERS}, and its row, whether it is old or new. With one address only, the lab's ports lie
 * in a hundred of its own: 20000 for network 60, 20100 for network 61.
 */
public record AddressPlan(int network, boolean ownAddresses) {
    static final int FIRST_NETWORK = 60;
    private static final String ONE_ADDRESS = "127.0.0.1";
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS_OF_A_NETWORK = 100;
    private static final int FIRST_NEW_BROKER = 11;
    private static final int ZOOKEEPERS = 11;

    public Endpoint zooKeeper(int ordinal) {
        return at(ordinal, ZOOKEEPERS, 2181, 10 + ordinal);
    }

    public Endpoint zooKeeperQuorum(int ordinal) {
        return at(ordinal, ZOOKEEPERS, 2888, 20 + ordinal);
    }

    public Endpoint zooKeeperElection(int ordinal) {
        return at(ordinal, ZOOKEEPERS, 3888, 30 + ordinal);
    }

    /**
     * How a ZooKeeper server's address follows from its id, as the product's environments file says it; nothing with one
     * address only.
     */
    public Optional<String> zooKeeperAddressing() {
        return ownAddresses
                ? Optional.of(Arrays.stream(Zone.values())
                        .map(zone -> zone.rack() + ": 127." + network + "." + zone.octet() + ".0/24")
                        .collect(Collectors.joining(", ", "{offset: " + ZOOKEEPERS + ", subnets: {", "}}")))
                : Optional.empty();
    }

    public Endpoint controller(int ordinal) {
        return at(ordinal, 16, 9093, 40 + ordinal);
    }

    /** The plain listener of the broker with this id: 1 to 9 are old, 11 to 19 are new. */
    public Endpoint broker(int id) {
        return isNew(id) ? at(id - 10, 31, 9092, 60 + id - 10) : at(id, 21, 9092, 50 + id);
    }

    /** An extra listener of the broker with this id; {@code index} counts them from 0. */
    public Endpoint extra(int id, int index) {
        Endpoint plain = broker(id);
        int port = ownAddresses ? 9094 + index : plain.port() + 20 * (index + 1);
        return new Endpoint(plain.host(), port);
    }

    /** The zone of the broker with this id. */
    public static Zone zoneOfBroker(int id) {
        return Zone.ofOrdinal(isNew(id) ? id - 10 : id);
    }

    private static boolean isNew(int id) {
        return id >= FIRST_NEW_BROKER;
    }

    private Endpoint at(int ordinal, int host, int port, int offset) {
        if (!ownAddresses) {
            return new Endpoint(ONE_ADDRESS, firstPort() + offset);
        }
        int zone = Zone.ofOrdinal(ordinal).octet();
        return new Endpoint("127." + network + "." + zone + "." + (host + Zone.rowOfOrdinal(ordinal)), port);
    }

    /** Bound for as long as the lab lives: who has it has the network. */
    Endpoint claim() {
        return ownAddresses ? new Endpoint("127." + network + ".0.1", 2180) : new Endpoint(ONE_ADDRESS, firstPort());
    }

    private int firstPort() {
        return FIRST_PORT + (network - FIRST_NETWORK) * PORTS_OF_A_NETWORK;
    }
}
