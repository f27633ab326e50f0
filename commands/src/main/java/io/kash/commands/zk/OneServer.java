package io.kash.commands.zk;

import io.kash.surgery.problem.Problem;
import io.kash.surgery.zookeeper.Ensemble.Server;
import io.kash.surgery.zookeeper.Inspected;
import io.kash.surgery.zookeeper.Inspection;
import io.kash.surgery.zookeeper.ServerName;
import java.util.stream.Collectors;

/** The server that a command's words name, among those of the ensemble. */
final class OneServer {
    private OneServer() {}

    static Inspected of(Inspection seen, ServerName name, String command) {
        return seen.servers().stream()
                .filter(one -> one.server().address().equals(name.text())
                        || (name.id().isPresent() && one.server().id().equals(name.id())))
                .findFirst()
                .orElseThrow(() -> Problem.usage(
                                "there is no server " + name,
                                command,
                                "the ensemble has "
                                        + seen.servers().stream()
                                                .map(OneServer::title)
                                                .collect(Collectors.joining(", ")),
                                "zk list")
                        .asException());
    }

    /** {@code 1 (127.60.1.11:2181)}; the address alone where the id is not known. */
    static String title(Inspected server) {
        Server one = server.server();
        return one.id().isPresent() ? one.id().getAsInt() + " (" + one.address() + ")" : one.address();
    }
}
