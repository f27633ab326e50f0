package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Who is connected to which server of an ensemble. */
public record Sessions(List<OfServer> servers) implements Part {
    public Sessions {
        servers = List.copyOf(servers);
    }

    /**
     * The sessions at one server.
     *
     * @param server host:port of its client port
     * @param via what it was asked by, {@code cons} or {@code AdminServer}; empty when it did not say
     * @param problem why it did not say, or an empty string
     */
    public record OfServer(String server, List<ClientSession> sessions, String via, String problem) {
        public OfServer {
            sessions = List.copyOf(sessions);
        }
    }

    /**
     * A session, and the connection it has.
     *
     * @param client host:port the connection comes from
     * @param id in hex with {@code 0x}
     * @param timeoutMillis after which it is lost without a word of the client
     * @param established when the connection was made
     * @param lastOperation the last request, by ZooKeeper's short name
     */
    public record ClientSession(
            String client,
            String id,
            OptionalLong timeoutMillis,
            Optional<Instant> established,
            String lastOperation) {}
}
