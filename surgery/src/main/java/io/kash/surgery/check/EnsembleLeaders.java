package io.kash.surgery.check;

import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import java.util.List;

/**
 * How many leaders there are. Two are two ensembles under one name, and each takes writes the other never sees (ZooKeeper
 * Dynamic Reconfiguration guide, on several joiners that start as participants).
 */
public final class EnsembleLeaders implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        List<Server> servers = snapshot.part(Ensemble.class).servers();
        List<String> leading = servers.stream()
                .filter(server ->
                        server.mode().equals("leader") || server.mode().equals("standalone"))
                .map(server -> server.address() + " (" + server.mode() + ")")
                .toList();
        if (leading.size() > 1) {
            return List.of(Finding.refusal(
                    leading.size() + " ZooKeeper servers lead: " + Titles.names(leading),
                    "one leader; two are two ensembles that drift apart",
                    "stop the servers that joined last, before any broker writes through them; nothing mends what both"
                            + " sides have written"));
        }
        return leading.isEmpty()
                ? List.of(Finding.refusal(
                        "no ZooKeeper server leads",
                        "a leader with more than half of the voters behind it, else nothing is written",
                        "start the servers that zk list shows without an answer, with the disks they had"))
                : List.of();
    }
}
