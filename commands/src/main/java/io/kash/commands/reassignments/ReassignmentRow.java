package io.kash.commands.reassignments;

import io.kash.commands.session.FirstSeen;
import io.kash.commands.session.Ownership;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One partition in a reassignment.
 *
 * @param owner the operation of ours that moves it; empty when it is not ours
 * @param copy how far the new replicas are; empty when no broker said
 * @param age since it was first seen
 */
public record ReassignmentRow(
        Partition partition, Optional<Copy> copy, Optional<String> owner, Instant firstSeen, Duration age) {

    /**
     * What the replicas being added hold of what they must.
     *
     * @param total what the largest replica holds, once for every replica being added
     */
    public record Copy(long done, long total) {}

    /** @param disks empty when they were not read */
    public static List<ReassignmentRow> of(
            Cluster cluster, Optional<Disks> disks, Ownership ownership, FirstSeen firstSeen, Instant now) {
        List<Partition> moving =
                cluster.partitions().filter(Partition::reassigning).toList();
        Map<String, Instant> since = firstSeen.look(
                "reassignments",
                moving.stream().map(partition -> partition.name().toString()).collect(Collectors.toSet()),
                now);
        return moving.stream()
                .map(partition -> {
                    Instant seen = since.getOrDefault(partition.name().toString(), now);
                    return new ReassignmentRow(
                            partition,
                            disks.flatMap(sizes -> copy(partition, sizes)),
                            ownership.ownerOf(partition),
                            seen,
                            Duration.between(seen, now));
                })
                .toList();
    }

    private static Optional<Copy> copy(Partition partition, Disks disks) {
        if (!disks.bytes().containsKey(partition.name())) {
            return Optional.empty();
        }
        long size = disks.bytes(partition.name());
        long done = partition.adding().stream()
                .mapToLong(broker -> Math.min(size, disks.bytes(partition.name(), broker)))
                .sum();
        return Optional.of(new Copy(done, size * partition.adding().size()));
    }

    public TopicPartition name() {
        return partition.name();
    }

    public List<BrokerId> from() {
        return partition.original();
    }

    public List<BrokerId> to() {
        return partition.target();
    }
}
