package io.kash.surgery.check;

import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Servers that do not hold the same: far behind the others, of another epoch, or at the same transaction with another
 * number of nodes. The last is what a split ensemble looks like after it was joined again: equal zxids, different trees.
 */
public final class ServersApart implements Check {
    /** Servers are asked one after the other, and transactions go on meanwhile. */
    private static final long FAR = 10_000;

    @Override
    public List<Finding> look(Snapshot snapshot) {
        List<Server> servers = snapshot.part(Ensemble.class).servers().stream()
                .filter(server -> server.answered() && server.zxid().matches("0x[0-9a-f]{1,16}"))
                .toList();
        List<Finding> findings = new ArrayList<>();
        long newest = servers.stream().mapToLong(ServersApart::zxid).max().orElse(0);
        List<String> behind = servers.stream()
                .filter(server -> epoch(newest) != epoch(zxid(server)) || newest - zxid(server) > FAR)
                .map(server -> server.address() + " (" + server.zxid() + ")")
                .toList();
        if (!behind.isEmpty()) {
            findings.add(Finding.warning(
                    Titles.count(behind.size(), "ZooKeeper server") + " behind the newest transaction 0x"
                            + Long.toHexString(newest) + ": " + Titles.names(behind),
                    "every server has what the leader has, within seconds",
                    "look again in a minute; if it stays, restart that server while the others are well"));
        }
        diverged(servers).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> diverged(List<Server> servers) {
        SortedMap<String, List<Server>> atOne = new TreeMap<>();
        servers.stream().filter(server -> server.load().isPresent()).forEach(server -> atOne.computeIfAbsent(
                        server.zxid(), none -> new ArrayList<>())
                .add(server));
        return atOne.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                                .map(ServersApart::nodes)
                                .distinct()
                                .count()
                        > 1)
                .findFirst()
                .map(entry -> Finding.refusal(
                        "ZooKeeper servers at transaction " + entry.getKey() + " hold different numbers of nodes: "
                                + Titles.names(entry.getValue().stream()
                                        .map(server -> server.address() + " " + nodes(server))
                                        .toList()),
                        "the same transaction, the same tree",
                        "change nothing; compare the trees, and find out which servers were ever started with an empty"
                                + " disk"));
    }

    private static long nodes(Server server) {
        return server.load().map(Ensemble.Load::nodes).orElse(0L);
    }

    private static long zxid(Server server) {
        return Long.parseUnsignedLong(server.zxid().substring(2), 16);
    }

    /** The upper half counts leaders, the lower half what each of them proposed. */
    private static long epoch(long zxid) {
        return zxid >>> 32;
    }
}
