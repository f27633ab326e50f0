package io.kash.lab.cli;

import io.kash.lab.Lab;
import io.kash.lab.Node;
import io.kash.lab.Node.Kind;
import io.kash.lab.NodeState;
import io.kash.lab.cluster.ClusterFacts;
import io.kash.lab.cluster.Placement;
import io.kash.lab.traffic.TrafficReport;
import java.io.PrintStream;
import java.util.List;

/**
 * What became of the lab's records and replicas while the product was at work.
 *
 * <pre>
 * The lab's evidence
 *   records        acked 5312, lost 0, twice 0, at another offset 0
 *   produce errors 0 (failed 0, unknown 0), longest acknowledgement 113 ms, in 27 s
 *   consumers      read 5312, committed offsets went back 0 times
 *   replicas       0 left on old brokers, 186 on new brokers
 *   left behind    0 throttles, 0 reassignments
 *   partitions now on new brokers alone
 *     alerts-0 on 11,12,13, in sync 11,12,13
 * </pre>
 */
record Evidence(TrafficReport report, ClusterFacts facts, List<Integer> oldBrokers, List<Integer> newBrokers) {
    /** Stops the lab's traffic, reads everything back, and looks at the cluster. */
    static Evidence gather(Lab lab) {
        TrafficReport report = lab.traffic().finish();
        return new Evidence(report, lab.facts(), ids(lab, Kind.OLD_BROKER), ids(lab, Kind.NEW_BROKER));
    }

    private static List<Integer> ids(Lab lab, Kind kind) {
        return lab.nodes().stream()
                .map(NodeState::node)
                .filter(node -> node.kind() == kind)
                .map(Node::id)
                .toList();
    }

    /** Whether clients lost something or saw an error. */
    boolean isBad() {
        return !report.isClean();
    }

    void print(PrintStream out) {
        out.println();
        out.println("The lab's evidence");
        out.printf(
                "  records        acked %d, lost %d, twice %d, at another offset %d%n",
                report.acked(), report.lost(), report.duplicated(), report.displaced());
        report.lostExamples().forEach(lost -> out.println("    lost: " + lost));
        out.printf(
                "  produce errors %d (failed %d, unknown %d), longest acknowledgement %d ms, in %d s%n",
                report.produceErrors(),
                report.failed(),
                report.unknown(),
                report.longestAck().toMillis(),
                report.ran().toSeconds());
        report.causes().forEach((cause, count) -> out.println("    " + count + " times " + cause));
        out.printf(
                "  consumers      read %d, committed offsets went back %d times%n",
                report.consumed(), report.offsetsWentBack().size());
        report.offsetsWentBack().forEach(back -> out.println("    " + back));
        out.printf(
                "  replicas       %d left on old brokers, %d on new brokers%n",
                facts.replicasOn(oldBrokers), facts.replicasOn(newBrokers));
        out.printf(
                "  left behind    %d throttles, %d reassignments%n",
                facts.throttles().size(), facts.reassigning().size());
        facts.throttles().forEach(throttle -> out.println("    " + throttle));
        facts.reassigning().forEach(partition -> out.println("    " + partition));
        printMoved(out);
    }

    private void printMoved(PrintStream out) {
        List<Placement> moved = facts.placements().stream()
                .filter(placement -> newBrokers.containsAll(placement.replicas()))
                .toList();
        if (newBrokers.isEmpty()) {
            return;
        }
        out.println("  partitions now on new brokers alone: " + moved.size() + " of "
                + facts.placements().size());
        moved.forEach(placement -> out.println("    " + placement.name() + " on " + list(placement.replicas())
                + ", in sync " + list(placement.inSync())));
    }

    private static String list(List<Integer> ids) {
        return String.join(",", ids.stream().map(String::valueOf).toList());
    }
}
