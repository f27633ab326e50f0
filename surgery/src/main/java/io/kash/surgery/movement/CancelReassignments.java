package io.kash.surgery.movement;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Kind;
import io.kash.surgery.plan.Progress;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Cancels reassignments (KIP-455). One that finished by itself meanwhile counts as done: there is nothing left to cancel.
 *
 * <p>What happens when it fails half-way: some are cancelled and some run on; the next look tells which.
 */
public record CancelReassignments(List<Cancellation> cancellations) implements Step {
    public static final Kind KIND = Kind.of("kafka.cancel-reassignments/1");

    /**
     * One reassignment to take back.
     *
     * @param original the replicas it goes back to
     * @param target the replicas it was on its way to; another target means that somebody has started anew
     */
    public record Cancellation(
            TopicPartition partition, String topicId, List<BrokerId> original, List<BrokerId> target) {
        boolean running(Partition now) {
            return now.reassigning() && now.target().equals(target);
        }
    }

    public CancelReassignments {
        cancellations = List.copyOf(cancellations);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "cancel the reassignment of "
                + Titles.names(
                        cancellations.stream().map(Cancellation::partition).toList());
    }

    @Override
    public Scope scope() {
        return Scope.of(new ClusterLook(Selection.of(cancellations.stream()
                .map(cancellation -> cancellation.partition().topic())
                .toList())));
    }

    @Override
    public Standing standing(Snapshot now) {
        Cluster cluster = now.part(Cluster.class);
        boolean over = true;
        for (Cancellation cancellation : cancellations) {
            Optional<Partition> partition = cluster.partition(cancellation.partition());
            if (partition.isEmpty() || !partition.get().reassigning()) {
                continue;
            }
            if (!cancellation.running(partition.get())) {
                return new Standing.Foreign(cancellation.partition() + " is being moved to "
                        + Titles.brokers(partition.get().target()) + ", which is another reassignment");
            }
            over = false;
        }
        return over ? Standing.DONE : Standing.READY;
    }

    @Override
    public Snapshot project(Snapshot before) {
        Cluster cluster = before.part(Cluster.class);
        Map<TopicPartition, Partition> after = new TreeMap<>();
        for (Cancellation cancellation : cancellations) {
            cluster.partition(cancellation.partition())
                    .ifPresent(old -> after.put(
                            old.name(),
                            Partition.at(
                                    old.name(),
                                    cancellation.original(),
                                    old.isr().stream()
                                            .filter(cancellation.original()::contains)
                                            .toList(),
                                    old.leader())));
        }
        return before.with(cluster.with(after));
    }

    @Override
    public Progress progress(Snapshot now) {
        Cluster cluster = now.part(Cluster.class);
        long left = cancellations.stream()
                .filter(cancellation -> cluster.partition(cancellation.partition())
                        .filter(cancellation::running)
                        .isPresent())
                .count();
        return new Progress(Progress.Unit.PARTITIONS, cancellations.size() - left, cancellations.size(), 0);
    }
}
