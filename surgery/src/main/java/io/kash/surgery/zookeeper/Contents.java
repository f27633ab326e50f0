package io.kash.surgery.zookeeper;

import io.kash.surgery.plan.Part;
import java.util.List;

/**
 * What servers hold in chosen parts of the tree, each read at its own client port after a sync. Transaction ids are not
 * compared: two halves of an ensemble that was split come to the same one with different trees.
 */
public record Contents(List<OfServer> servers) implements Part {
    public Contents {
        servers = List.copyOf(servers);
    }

    /**
     * What one server holds. Nodes that belong to sessions are left out, and so is what ZooKeeper keeps for itself.
     *
     * @param server host:port of its client port
     * @param nodes that were read
     * @param digest of their paths, versions and data, in hex; empty when it did not answer
     * @param differing paths at which it holds something else than most of the servers; at most a few
     * @param problem why it could not be compared, or an empty string
     */
    public record OfServer(String server, int nodes, String digest, List<String> differing, String problem) {
        public OfServer {
            differing = List.copyOf(differing);
        }
    }
}
