package io.kash.commands.doctor;

import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Column;
import io.kash.commands.view.Rows;
import io.kash.commands.view.Section;
import io.kash.commands.view.Table;
import io.kash.commands.view.Units;
import io.kash.commands.view.Unread;
import io.kash.surgery.check.Promise;
import io.kash.surgery.check.Promise.Edge;
import io.kash.surgery.kafka.BrokerSettings;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * What no promise can be made for, every topic by its name.
 *
 * <pre>
 * Outside the promise  2 topics
 *   TOPIC  REPLICAS  MIN ISR  UNCLEAN  BECAUSE
 *   debug         1        1  no       fewer than 3 replicas, min.insync.replicas below 2
 * </pre>
 */
final class PromiseView {
    private static final Table<Edge> TABLE = Table.of(
            Column.text("name", "TOPIC", Edge::name),
            Column.number("replicas", "REPLICAS", Edge::replicas),
            Column.number("minInSyncReplicas", "MIN ISR", Edge::minInSync),
            Column.<Edge>text("uncleanElection", "UNCLEAN", Edge::unclean).shown(edge -> edge.unclean() ? "yes" : "no"),
            Column.<Edge>text("why", "BECAUSE", Edge::why).shown(edge -> String.join(", ", edge.why())));

    private PromiseView() {}

    static Section of(Snapshot seen) {
        if (seen.find(Cluster.class).isEmpty()) {
            return new Unread(
                    "outside", Line.of("Outside the promise", Role.STRONG).plus("  not known", Role.BAD));
        }
        List<Edge> edges = new ArrayList<>(Promise.topics(seen.part(Cluster.class)));
        String topics = edges.isEmpty() ? "no topic" : Units.count(edges.size(), "topic");
        seen.find(BrokerSettings.class).flatMap(Promise::defaults).ifPresent(edges::add);
        return Rows.of("outside", TABLE, edges, "")
                .titled(Line.of("Outside the promise", Role.STRONG)
                        .plus("  " + topics, edges.isEmpty() ? Role.GOOD : Role.WARNING))
                .atMost(Integer.MAX_VALUE);
    }
}
