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
 * Cancels reassignments (KIP-455). One that finished by itself meanwhile counts as done, and so does one of a topic that
 * is gone, or is another by now: there is nothing left to cancel.
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
        /** The partition while a reassignment of it is listed; none where another topic bears the name. */
        Optional<Partition> reassigning(Cluster now) {
            return now.topic(partition.topic())
                    .filter(topic -> topic.id().equals(topicId))
                    .flatMap(topic -> now.partition(partition))
                    .filter(Partition::reassigning);
        }

        boolean running(Cluster now) {
            return reassigning(now)
                    .filter(found -> found.target().equals(target))
                    .isPresent();
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
            Optional<Partition> partition = cancellation.reassigning(cluster);
            if (partition.isEmpty()) {
                continue;
            }
            if (!cancellation.running(cluster)) {
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
            cancellation
                    .reassigning(cluster)
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
    public Optional<String> waitsFor(Snapshot now) {
        Cluster cluster = now.part(Cluster.class);
        return cancellations.stream()
                .filter(cancellation -> cancellation.running(cluster))
                .findFirst()
                .map(cancellation -> "the controller still lists the reassignment of " + cancellation.partition()
                        + (cluster.controller().isPresent()
                                ? ": look at the log of broker "
                                        + cluster.controller().get()
                                : ": there is no controller"));
    }

    @Override
    public Progress progress(Snapshot now) {
        Cluster cluster = now.part(Cluster.class);
        long left = cancellations.stream()
                .filter(cancellation -> cancellation.running(cluster))
                .count();
        return new Progress(Progress.Unit.PARTITIONS, cancellations.size() - left, cancellations.size(), 0);
    }
}
