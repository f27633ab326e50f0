package io.kash.lab.address;

import io.kash.lab.LabException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/**
 * A network that belongs to one lab. The claim is a bound socket, so that it ends with the process, whatever ends the
 * process.
 */
public final class Network implements AutoCloseable {
    private static final int LAST_NETWORK = 99;

    private final AddressPlan plan;
    private final ServerSocket claim;

    private Network(AddressPlan plan, ServerSocket claim) {
        this.plan = plan;
        this.claim = claim;
    }

    /**
     * Claims the first network nobody uses.
     *
     * @param needed which endpoints of a plan will be bound; a network where one of them is taken is passed over
     */
    public static Network claim(Addressing addressing, Function<AddressPlan, Collection<Endpoint>> needed) {
        boolean own = hasOwnAddresses(addressing);
        for (int number = AddressPlan.FIRST_NETWORK; number <= LAST_NETWORK; number++) {
            Optional<Network> network = tryClaim(new AddressPlan(number, own), needed);
            if (network.isPresent()) {
                return network.get();
            }
        }
        throw new LabException(
                "no free network for the lab's servers",
                "in each of 127." + AddressPlan.FIRST_NETWORK + " to 127." + LAST_NETWORK
                        + " another program has one of the addresses and ports it needs",
                "stop other labs (./kash lab down), or see who listens: ss -ltnp");
    }

    private static boolean hasOwnAddresses(Addressing addressing) {
        return switch (addressing) {
            case OWN_ADDRESSES -> true;
            case ONE_ADDRESS -> false;
            case DETECTED -> canBind(new Endpoint("127." + AddressPlan.FIRST_NETWORK + ".1.1", 0));
        };
    }

    private static Optional<Network> tryClaim(AddressPlan plan, Function<AddressPlan, Collection<Endpoint>> needed) {
        ServerSocket claim;
        try {
            claim = bind(plan.claim());
        } catch (IOException taken) {
            return Optional.empty();
        }
        Network network = new Network(plan, claim);
        if (needed.apply(plan).stream().allMatch(Network::canBind)) {
            return Optional.of(network);
        }
        network.close();
        return Optional.empty();
    }

    /** Whether nobody listens there and the system has the address. */
    public static boolean canBind(Endpoint endpoint) {
        try (ServerSocket socket = bind(endpoint)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static ServerSocket bind(Endpoint endpoint) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // As the servers do: connections of a lab that is gone linger, and must not keep the next one away.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(endpoint.host()), endpoint.port()), 1);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    public AddressPlan plan() {
        return plan;
    }

    @Override
    public void close() {
        try {
            claim.close();
        } catch (IOException e) {
            // Nothing is lost: the claim ends with the process at the latest.
        }
    }
}
