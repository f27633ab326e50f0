package io.kash.commands.zk;

import io.kash.surgery.addressing.Addressing;
import io.kash.surgery.addressing.Lists;
import io.kash.surgery.addressing.Placement;
import io.kash.surgery.addressing.ServerList;
import io.kash.surgery.addressing.ServerPlace;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.Fleet;
import io.kash.surgery.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The servers an environment names, by fleets and by addressing, with their places. */
final class KnownPlaces {
    private final Environment environment;
    private final Addressing addressing;

    /** @throws io.kash.surgery.problem.ProblemException of kind USAGE when the environment says nothing of addresses */
    KnownPlaces(Environment environment) {
        this.environment = environment;
        this.addressing = environment.addressing();
        if (addressing.equals(Addressing.NONE)) {
            throw Problem.usage(
                            "the environment does not say which server has which address",
                            environment.name(),
                            "its entry in the environments file has no zookeeper.addressing",
                            "add zookeeper.addressing, as docs/environments.md describes it")
                    .asException();
        }
    }

    /** Those of the fleets, those given, and those the rule counts; one a zone where nothing says how many. */
    Placement place(Map<String, String> taken) {
        SortedSet<Integer> ids = new TreeSet<>(ids(Environment.OLD_SERVERS));
        ids.addAll(ids(Environment.NEW_SERVERS));
        boolean counted =
                addressing.rule().filter(rule -> rule.perZone().isPresent()).isPresent();
        ids.addAll(
                ids.isEmpty() || counted ? addressing.ids() : addressing.given().keySet());
        return addressing.place(ids, taken);
    }

    Lists lists(Placement placement) {
        List<ServerPlace> old = of(placement, ids(Environment.OLD_SERVERS));
        List<ServerPlace> fresh = of(placement, ids(Environment.NEW_SERVERS));
        return old.isEmpty() && fresh.isEmpty() ? new Lists(List.of(), placement.servers()) : new Lists(old, fresh);
    }

    /** The list that is meant when none is named: the final one, if it is known. */
    ServerList usual(Lists lists) {
        return lists.fresh().isEmpty() ? ServerList.OLD : ServerList.FINAL;
    }

    /** {@code old}, {@code new}, or empty. */
    Optional<String> fleet(ServerPlace server) {
        if (ids(Environment.OLD_SERVERS).contains(server.id())) {
            return Optional.of("old");
        }
        return ids(Environment.NEW_SERVERS).contains(server.id()) ? Optional.of("new") : Optional.empty();
    }

    boolean given(ServerPlace server) {
        return addressing.given().containsKey(server.id());
    }

    private List<Integer> ids(String fleet) {
        return environment.fleet(fleet).map(Fleet::ids).orElse(List.of());
    }

    private static List<ServerPlace> of(Placement placement, List<Integer> ids) {
        return placement.servers().stream()
                .filter(server -> ids.contains(server.id()))
                .toList();
    }
}
