package io.kash.surgery.check;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * Reassignments that run. Kafka lets the latest request win and tells nobody, so work of others is never written over.
 * Those that {@link Claims} know for ours are left out.
 */
public final class RunningReassignments implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        Optional<Claims> claims = snapshot.find(Claims.class);
        List<TopicPartition> running = snapshot.part(Cluster.class)
                .partitions()
                .filter(Partition::reassigning)
                .map(Partition::name)
                .filter(name -> !ours(claims, name))
                .toList();
        return running.isEmpty()
                ? List.of()
                : List.of(Finding.refusal(
                        Titles.count(running.size(), "partition") + (running.size() == 1 ? " is" : " are")
                                + " being reassigned already: " + Titles.names(running),
                        "no move is written over another",
                        "reassignments list shows them; wait for their end, or reassignments cancel <partition>"));
    }

    private static boolean ours(Optional<Claims> claims, TopicPartition name) {
        return claims.map(known -> known.reassignments().get(name))
                .flatMap(Claims.Claim::operation)
                .isPresent();
    }
}
