package io.kash.surgery.check;

import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/** Topics that may elect a leader which is not in sync, and then lose what it did not have. */
public final class UncleanElection implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        List<String> found = snapshot.part(Cluster.class).topics().values().stream()
                .filter(Topic::uncleanElection)
                .map(Topic::name)
                .toList();
        return found.isEmpty()
                ? List.of()
                : List.of(Finding.refusal(
                        Titles.count(found.size(), "topic") + " with unclean.leader.election.enable=true: "
                                + Titles.names(found),
                        "only a replica in sync may become leader, else records are lost",
                        "set unclean.leader.election.enable=false on them"));
    }
}
