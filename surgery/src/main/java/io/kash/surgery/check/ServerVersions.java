package io.kash.surgery.check;

import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Ensemble;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Versions of the servers: different ones, and one that is known to lose data. */
public final class ServerVersions implements Check {
    /** A hole in the list of committed proposals spreads to servers that sync from it (ZOOKEEPER-4925). */
    private static final String HOLED = "3.9.3";

    @Override
    public List<Finding> look(Snapshot snapshot) {
        SortedMap<String, List<String>> byVersion = new TreeMap<>();
        snapshot.part(Ensemble.class).servers().stream()
                .filter(server -> !server.version().isEmpty())
                .forEach(server -> byVersion
                        .computeIfAbsent(server.version(), none -> new ArrayList<>())
                        .add(server.address()));
        List<Finding> findings = new ArrayList<>();
        if (byVersion.size() > 1) {
            findings.add(Finding.warning(
                    "ZooKeeper servers of different versions: "
                            + Titles.names(byVersion.entrySet().stream()
                                    .map(entry -> entry.getKey() + " (" + Titles.names(entry.getValue()) + ")")
                                    .toList()),
                    "one version, but while a rolling upgrade is under way",
                    "finish the upgrade, one server at a time, the leader last"));
        }
        if (byVersion.containsKey(HOLED)) {
            findings.add(Finding.warning(
                    "ZooKeeper " + HOLED + " on " + Titles.names(byVersion.get(HOLED)),
                    "a server of this version can lose transactions when it syncs with a leader (ZOOKEEPER-4925)",
                    "upgrade before servers are restarted or joined for any other reason"));
        }
        return findings;
    }
}
