package io.kash.commands.zk;

import io.kash.commands.view.Units;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the servers' answers say about the ensemble as a whole. */
public final class EnsembleState {
    private EnsembleState() {}

    /** {@code leader 127.60.1.5:2181, 2 followers, 1 of 4 servers not answering}. */
    public static String summary(Ensemble ensemble) {
        List<String> parts = new ArrayList<>();
        parts.add(ensemble.servers().stream()
                .filter(server ->
                        server.mode().equals("leader") || server.mode().equals("standalone"))
                .map(server -> server.mode() + " " + server.address())
                .findFirst()
                .orElse("no leader"));
        add(parts, count(ensemble, "follower"), "follower");
        add(parts, count(ensemble, "observer"), "observer");
        long silent = ensemble.servers().stream()
                .filter(Predicate.not(Server::answered))
                .count();
        if (silent > 0) {
            parts.add(silent + " of " + Units.count(ensemble.servers().size(), "server") + " not answering");
        }
        return String.join(", ", parts);
    }

    /** A problem when no server answers at all. */
    public static Optional<Problem> problem(Ensemble ensemble, String environment) {
        boolean any = ensemble.servers().stream().anyMatch(Server::answered);
        return any
                ? Optional.empty()
                : Optional.of(Problem.failed(
                        "no ZooKeeper server answers",
                        environment,
                        ensemble.servers().stream()
                                .map(server -> server.address() + ": " + server.problem())
                                .findFirst()
                                .orElse("the environment names no server"),
                        "env show"));
    }

    private static long count(Ensemble ensemble, String mode) {
        return ensemble.servers().stream()
                .filter(server -> server.mode().equals(mode))
                .count();
    }

    private static void add(List<String> parts, long count, String noun) {
        if (count > 0) {
            parts.add(Units.count(count, noun));
        }
    }
}
