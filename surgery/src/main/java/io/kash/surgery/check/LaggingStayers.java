package io.kash.surgery.check;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replicas that stay and are not in sync. They keep a reassignment from ever completing (KAFKA-19975). */
public final class LaggingStayers implements Check {
    private final Optional<Map<TopicPartition, List<BrokerId>>> planned;

    private LaggingStayers(Optional<Map<TopicPartition, List<BrokerId>>> planned) {
        this.planned = planned;
    }

    /** @param staying the replicas that are to stay, for each partition that is to move and does not yet */
    public static LaggingStayers of(Map<TopicPartition, List<BrokerId>> staying) {
        return new LaggingStayers(Optional.of(staying));
    }

    /** Of the reassignments that run. */
    public static LaggingStayers underway() {
        return new LaggingStayers(Optional.empty());
    }

    @Override
    public List<Finding> look(Snapshot snapshot) {
        List<Finding> findings = new ArrayList<>();
        snapshot.part(Cluster.class)
                .partitions()
                .filter(partition -> partition.leader().isPresent() && partition.reassigning() == planned.isEmpty())
                .forEach(partition -> {
                    List<BrokerId> lagging = staying(partition).stream()
                            .filter(broker -> !partition.inSync(broker))
                            .toList();
                    if (!lagging.isEmpty()) {
                        findings.add(finding(partition, lagging));
                    }
                });
        return findings;
    }

    private List<BrokerId> staying(Partition partition) {
        return planned.map(moves -> moves.getOrDefault(partition.name(), List.of()))
                .orElseGet(() -> partition.target().stream()
                        .filter(broker -> !partition.adding().contains(broker))
                        .toList());
    }

    private Finding finding(Partition partition, List<BrokerId> lagging) {
        return Finding.refusal(
                partition.name() + ": replica " + Titles.brokers(lagging) + " stays and is not in sync",
                "a reassignment completes only when every replica of the target is in sync",
                planned.isPresent()
                        ? "start the broker or wait until it has caught up, or leave the topic out with --topics"
                        : "start the broker or wait until it has caught up, or reassignments cancel "
                                + partition.name());
    }
}
