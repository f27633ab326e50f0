package io.kash.commands.change;

import io.kash.commands.evidence.EvidenceRoom;
import io.kash.commands.terminal.Line;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Frame;
import io.kash.commands.view.Units;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.JournalLine;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What was done, as seen afterwards; every line of it is read from the cluster at the end, none from what was intended:
 *
 * <pre>
 * PARTITION   BEFORE    AFTER        LEADER  IN SYNC
 * payments-7  1a,2b,3c  11a,12b,13c  11      3/3
 *
 *   84 of 84 partitions on the new brokers with every replica in sync
 *   84 of 84 partitions led by the preferred replica
 *   0 reassignments listed · 0 throttles set
 *   12 of 12 claims hold
 *   canary 1,234 acknowledged, 0 failed, 0 unknown; 1,234 read back; longest acknowledgement 84 ms
 * Done and verified: 7f3a drain 12
 * </pre>
 */
final class EvidenceView {
    private final Frame frame;

    EvidenceView(Frame frame) {
        this.frame = frame;
    }

    List<Line> lines(Operation operation, Snapshot after, EvidenceRoom.Proof proof) {
        List<Line> lines = new ArrayList<>();
        for (Plan plan : operation.plans()) {
            for (Step step : plan.steps()) {
                lines.addAll(StepViews.of(step).evidence(step, operation, after, frame));
            }
        }
        long reassigning = after.part(Cluster.class)
                .partitions()
                .filter(Partition::reassigning)
                .count();
        String throttles = after.find(Throttles.class)
                .map(found -> " · "
                        + Units.count(found.brokers().size() + found.topics().size(), "throttle") + " set")
                .orElse("");
        lines.add(Line.of("  " + Units.count(reassigning, "reassignment") + " listed" + throttles));
        unreached(operation)
                .forEach(key -> lines.add(Line.of("  not put back, its broker is down: ", Role.WARNING)
                        .plus(key + "; throttles restore does so once it is up")));
        lines.addAll(proof.lines());
        lines.add((proof.broken()
                        ? Line.of("Done, and not everything held that was to hold: ", Role.BAD)
                        : Line.of("Done and verified: ", Role.GOOD))
                .plus(operation.id() + " " + operation.plan().request().words()));
        return lines;
    }

    private static List<String> unreached(Operation operation) {
        return operation.lines().stream()
                .map(JournalLine::event)
                .filter(Event.Restored.class::isInstance)
                .flatMap(event -> ((Event.Restored) event).unreached().stream())
                .distinct()
                .toList();
    }
}
