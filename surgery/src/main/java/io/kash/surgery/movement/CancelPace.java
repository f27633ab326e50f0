package io.kash.surgery.movement;

import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Pace;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cancels what is left of a step at once. */
public final class CancelPace implements Pace<CancelReassignments> {
    @Override
    public List<Effect> next(CancelReassignments step, Snapshot now, Control control) {
        if (control.startsNothing()) {
            return List.of();
        }
        Cluster cluster = now.part(Cluster.class);
        SortedMap<TopicPartition, Optional<List<BrokerId>>> running = new TreeMap<>();
        step.cancellations().stream()
                .filter(cancellation -> cancellation.running(cluster))
                .forEach(cancellation -> running.put(cancellation.partition(), Optional.empty()));
        return running.isEmpty() ? List.of() : List.of(new AlterReassignments(running));
    }
}
