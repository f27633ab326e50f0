package io.kash.surgery.check;

import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import java.util.ArrayList;
import java.util.List;

/** Servers that are slow or crowded. Brokers lose their sessions when answers take too long. */
public final class ServerLoad implements Check {
    private static final double SLOW_MILLIS = 100;
    private static final long CROWDED = 100;
    private static final long MANY_NODES = 1_000_000;

    @Override
    public List<Finding> look(Snapshot snapshot) {
        List<String> slow = new ArrayList<>();
        List<String> large = new ArrayList<>();
        for (Server server : snapshot.part(Ensemble.class).servers()) {
            server.load().ifPresent(load -> {
                if (load.averageLatencyMillis() > SLOW_MILLIS || load.outstanding() > CROWDED) {
                    slow.add(server.address() + " (" + load.averageLatencyMillis() + " ms on average, "
                            + load.outstanding() + " outstanding)");
                }
                if (load.nodes() > MANY_NODES) {
                    large.add(server.address() + " (" + load.nodes() + " nodes)");
                }
            });
        }
        List<Finding> findings = new ArrayList<>();
        if (!slow.isEmpty()) {
            findings.add(Finding.warning(
                    Titles.count(slow.size(), "ZooKeeper server") + " slow: " + Titles.names(slow),
                    (int) SLOW_MILLIS + " ms on average and " + CROWDED + " requests waiting, at most",
                    "look at its disk and its garbage collector before anything makes it work more"));
        }
        if (!large.isEmpty()) {
            findings.add(Finding.note(
                    "a large tree in ZooKeeper: " + Titles.names(large),
                    "snapshots and joins of new servers take long above " + MANY_NODES + " nodes",
                    "give joining servers time, initLimit included"));
        }
        return findings;
    }
}
