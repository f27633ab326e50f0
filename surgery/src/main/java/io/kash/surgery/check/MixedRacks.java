package io.kash.surgery.check;

import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/** Brokers without a rack among brokers with one. Nothing placed on them can be spread over racks. */
public final class MixedRacks implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        Cluster cluster = snapshot.part(Cluster.class);
        List<BrokerId> without = cluster.brokers().values().stream()
                .filter(broker -> broker.rack().isEmpty())
                .map(Broker::id)
                .toList();
        return without.isEmpty() || without.size() == cluster.brokers().size()
                ? List.of()
                : List.of(Finding.refusal(
                        Titles.count(without.size(), "broker") + " without a rack among brokers with one: "
                                + Titles.names(without),
                        "all brokers have a rack, or none has",
                        "set broker.rack in their configuration and restart them"));
    }
}
