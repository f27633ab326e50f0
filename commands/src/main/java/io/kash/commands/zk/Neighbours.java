package io.kash.commands.zk;

import io.kash.surgery.addressing.Placement;
import io.kash.surgery.addressing.ServerPlace;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who is at which address now.
 *
 * @param brokers by address
 * @param servers of the ensemble that answered
 */
record Neighbours(Map<String, String> brokers, List<Server> servers) {
    /** On this address everything of one machine runs, told apart by ports. */
    private static final String ONE_MACHINE = "127.0.0.1";

    static Neighbours of(Optional<Cluster> cluster, Optional<Ensemble> ensemble) {
        Map<String, String> brokers = new TreeMap<>();
        cluster.ifPresent(
                seen -> seen.brokers().values().forEach(broker -> brokers.put(broker.host(), "broker " + broker.id())));
        return new Neighbours(
                brokers,
                ensemble.map(seen ->
                                seen.servers().stream().filter(Server::answered).toList())
                        .orElse(List.of()));
    }

    /** Addresses that no ZooKeeper server can be given. */
    Map<String, String> taken() {
        Map<String, String> taken = new TreeMap<>(brokers);
        taken.remove(ONE_MACHINE);
        return taken;
    }

    Optional<String> mode(ServerPlace place) {
        return servers.stream()
                .filter(server -> server.address().equals(place.clientAddress()))
                .map(Server::mode)
                .findFirst();
    }

    /** Servers that run with another id at the address, or with the id at another address. */
    List<Finding> elsewhere(Placement placement) {
        List<Finding> refusals = new ArrayList<>();
        for (ServerPlace place : placement.servers()) {
            servers.stream().filter(server -> server.id().isPresent()).forEach(server -> {
                boolean sameId = server.id().getAsInt() == place.id();
                boolean samePlace = server.address().equals(place.clientAddress());
                if (samePlace && !sameId) {
                    refusals.add(Finding.refusal(
                            "server " + place.id() + " would be " + place.host() + ", where server "
                                    + server.id().getAsInt() + " runs",
                            "an address belongs to one server",
                            "change zookeeper.addressing.offset or first-id"));
                } else if (sameId && !samePlace && place.byAddress()) {
                    refusals.add(Finding.refusal(
                            "server " + place.id() + " would be " + place.clientAddress() + ", and runs at "
                                    + server.address(),
                            "an id belongs to one server, and its peers know its address",
                            "name the address it has under zookeeper.addressing.servers"));
                }
            });
        }
        return refusals;
    }
}
