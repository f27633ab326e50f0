package io.kash.surgery.addressing;

import io.kash.surgery.plan.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Places of servers.
 *
 * @param servers in the order of their ids, those that have none left out
 * @param refusals why they must not be used; all of them
 */
public record Placement(List<ServerPlace> servers, List<Finding> refusals) {
    public Placement {
        servers = List.copyOf(servers);
        refusals = List.copyOf(refusals);
    }

    public Optional<ServerPlace> server(int id) {
        return servers.stream().filter(server -> server.id() == id).findFirst();
    }
}
