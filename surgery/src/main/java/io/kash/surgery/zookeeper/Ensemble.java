package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Part;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The servers of a ZooKeeper ensemble, each as it describes itself. */
public record Ensemble(List<Server> servers) implements Part {
    /**
     * One server.
     *
     * @param address host:port of its client port
     * @param id its myid, where it says it
     * @param mode {@code leader}, {@code follower}, {@code observer}, {@code standalone}; empty when it did not answer
     * @param zxid the last transaction it has seen, in hex with {@code 0x}; empty when it did not answer
     * @param connections open client connections
     * @param problem why it did not answer, or an empty string
     * @param load empty when it did not say all of it
     */
    public record Server(
            String address,
            OptionalInt id,
            String mode,
            String version,
            String zxid,
            OptionalInt connections,
            String problem,
            Optional<Load> load) {
        /** A server of which no load is known. */
        public Server(
                String address,
                OptionalInt id,
                String mode,
                String version,
                String zxid,
                OptionalInt connections,
                String problem) {
            this(address, id, mode, version, zxid, connections, problem, Optional.empty());
        }

        /** The same server with the id it turned out to have. */
        public Server withId(OptionalInt found) {
            return new Server(address, found, mode, version, zxid, connections, problem, load);
        }

        public boolean answered() {
            return problem.isEmpty();
        }
    }

    /**
     * How busy a server is, since it was started.
     *
     * @param averageLatencyMillis of its answers
     * @param outstanding requests it has taken and not answered yet
     * @param nodes in its tree
     */
    public record Load(double averageLatencyMillis, long outstanding, long nodes) {}

    public Ensemble {
        servers = List.copyOf(servers);
    }
}
