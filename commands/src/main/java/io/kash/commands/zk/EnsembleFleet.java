package io.kash.commands.zk;

import io.kash.commands.verb.ValueTypes;
import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.surgery.addressing.Placement;
import io.kash.surgery.addressing.ServerPlace;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import io.kash.surgery.zookeeper.ServerName;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Servers of an environment's ensemble by id: which are old or new, where they are, and in which zone. */
final class EnsembleFleet {
    /** Each server that a command changes. */
    static final Argument<ServerName> SERVERS = new Argument<>(
            "server", ValueTypes.ENSEMBLE_SERVER, Arity.ANY, "by id, or by host and port of its clients");

    private final Environment environment;
    private final Environment.ZooKeeper zookeeper;

    /** @throws ProblemException when the environment has no ZooKeeper */
    EnsembleFleet(Environment environment) {
        this.environment = environment;
        this.zookeeper = environment.zookeeper().orElseThrow(() -> Problem.usage(
                        "the environment has no ZooKeeper",
                        environment.name(),
                        "its entry in the environments file does not name one",
                        "env show")
                .asException());
    }

    Environment.ZooKeeper zookeeper() {
        return zookeeper;
    }

    /** Where a server is reached by clients, as the environment's addressing has it. */
    String clientAddress(int id) {
        Placement placement = zookeeper.addressing().place(List.of(id));
        return placement
                .server(id)
                .filter(place -> placement.refusals().isEmpty())
                .map(ServerPlace::clientAddress)
                .orElseThrow(() -> unplaced(id, placement));
    }

    /** Where clients reach the servers of both fleets, as far as the addressing says. */
    List<String> places() {
        SortedSet<Integer> ids = new TreeSet<>();
        for (String fleet : List.of(Environment.OLD_SERVERS, Environment.NEW_SERVERS)) {
            environment.fleet(fleet).filter(Environment.Fleet::byIds).ifPresent(known -> ids.addAll(known.ids()));
        }
        return zookeeper.addressing().place(ids).servers().stream()
                .map(ServerPlace::clientAddress)
                .toList();
    }

    private ProblemException unplaced(int id, Placement placement) {
        Finding first = placement.refusals().get(0);
        return Problem.usage(
                        first.what(),
                        environment.name() + ", zookeeper.addressing",
                        first.limit(),
                        first.lift() + "; or name server " + id + " by host and port")
                .asException();
    }

    /** The zone of each of these servers, as far as the environment's addressing says. */
    SortedMap<Integer, String> zones(Collection<Integer> ids) {
        SortedMap<Integer, String> zones = new TreeMap<>();
        zookeeper.addressing().place(ids).servers().forEach(place -> place.zone()
                .ifPresent(zone -> zones.put(place.id(), zone)));
        return zones;
    }
}
