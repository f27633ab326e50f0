package io.kash.lab.cli;

import io.kash.lab.Lab;
import io.kash.lab.NodeState;
import io.kash.lab.traffic.TrafficCount;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the lab stands.
 *
 * <pre>
 * node       what              id  zone  address            state    pid
 * zk-1       ZooKeeper server   1  a     127.60.1.11:2181   running  4711
 * broker-11  new broker        11  a     127.60.1.31:9092   paused   4720
 *
 * traffic      acked 1203, failed 0, unknown 0, longest acknowledgement 113 ms
 * environment  lab, in /home/ada/kash/.kash/lab/environments.yaml
 * </pre>
 */
record StatusView(List<NodeState> nodes, Optional<TrafficCount> traffic, Path environments) {
    private static final String ROW = "%-13s %-17s %3s  %-4s  %-19s %-8s %s%n";

    static StatusView of(Lab lab) {
        Optional<TrafficCount> traffic =
                lab.spec().traffic() ? Optional.of(lab.traffic().soFar()) : Optional.empty();
        return new StatusView(lab.nodes(), traffic, lab.environmentsFile());
    }

    void print(PrintStream out) {
        out.printf(ROW, "node", "what", "id", "zone", "address", "state", "pid");
        for (NodeState state : nodes) {
            out.printf(
                    ROW,
                    state.node().name(),
                    state.node().kind().words(),
                    state.node().id(),
                    state.node().zone().rack(),
                    state.node().endpoint(),
                    state.life().name().toLowerCase(Locale.ROOT),
                    state.pid());
        }
        out.println();
        traffic.ifPresent(count -> out.printf(
                "traffic      acked %d, failed %d, unknown %d, longest acknowledgement %d ms%n",
                count.acked(),
                count.failed(),
                count.unknown(),
                count.longestAck().toMillis()));
        out.println("environment  lab, in " + environments);
    }
}
