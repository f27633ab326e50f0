package io.kash.surgery.leadership;

import io.kash.surgery.check.PreferredLeaders;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Elects the preferred leaders of partitions (KIP-460), only where the preferred replica is in sync.
 *
 * <p>What happens when it fails half-way: some partitions are led by their preferred replica and some are not, and the
 * next look tells which; electing again does no harm. A partition that is gone counts as done.
 */
public record ElectLeaders(List<TopicPartition> partitions) implements Step {
    public static final Kind KIND = Kind.of("kafka.elect-leaders/1");

    public ElectLeaders {
        partitions = List.copyOf(partitions);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "elect the preferred leaders of " + Titles.names(partitions);
    }

    @Override
    public Scope scope() {
        return Scope.of(new ClusterLook(
                Selection.of(partitions.stream().map(TopicPartition::topic).toList())));
    }

    @Override
    public Standing standing(Snapshot now) {
        Cluster cluster = now.part(Cluster.class);
        boolean over = true;
        for (TopicPartition name : partitions) {
            Optional<Partition> partition = cluster.partition(name);
            if (partition.isEmpty() || ledByPreferred(partition.get())) {
                continue;
            }
            over = false;
            BrokerId preferred = partition.get().target().get(0);
            if (!partition.get().inSync(preferred)) {
                return new Standing.Blocked(name + ": its preferred leader, broker " + preferred + ", is not in sync");
            }
        }
        return over ? Standing.DONE : Standing.READY;
    }

    @Override
    public Snapshot project(Snapshot before) {
        Cluster cluster = before.part(Cluster.class);
        Map<TopicPartition, Partition> after = new HashMap<>();
        for (TopicPartition name : partitions) {
            cluster.partition(name)
                    .filter(old -> !ledByPreferred(old))
                    .ifPresent(old -> after.put(
                            name,
                            new Partition(
                                    name,
                                    old.replicas(),
                                    old.isr(),
                                    old.target().stream().findFirst(),
                                    old.adding(),
                                    old.removing())));
        }
        return after.isEmpty() ? before : before.with(cluster.with(after));
    }

    @Override
    public Progress progress(Snapshot now) {
        Cluster cluster = now.part(Cluster.class);
        long done = partitions.stream()
                .filter(name -> cluster.partition(name)
                        .map(ElectLeaders::ledByPreferred)
                        .orElse(true))
                .count();
        return new Progress(Progress.Unit.PARTITIONS, done, partitions.size(), 0);
    }

    static boolean ledByPreferred(Partition partition) {
        return PreferredLeaders.leads(partition);
    }
}
