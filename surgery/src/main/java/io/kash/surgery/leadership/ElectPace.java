package io.kash.surgery.leadership;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.ElectPreferred;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Pace;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Elects in small batches: every election makes clients look for their leader anew. */
public final class ElectPace implements Pace<ElectLeaders> {
    private static final int BATCH = 20;

    @Override
    public List<Effect> next(ElectLeaders step, Snapshot now, Control control) {
        if (control.startsNothing()) {
            return List.of();
        }
        Cluster cluster = now.part(Cluster.class);
        TreeSet<TopicPartition> batch = new TreeSet<>();
        for (TopicPartition name : step.partitions()) {
            Optional<Partition> partition = cluster.partition(name);
            if (batch.size() < BATCH && partition.filter(ElectPace::electable).isPresent()) {
                batch.add(name);
            }
        }
        return batch.isEmpty() ? List.of() : List.of(new ElectPreferred(batch));
    }

    private static boolean electable(Partition partition) {
        return !ElectLeaders.ledByPreferred(partition)
                && partition.inSync(partition.target().get(0));
    }
}
