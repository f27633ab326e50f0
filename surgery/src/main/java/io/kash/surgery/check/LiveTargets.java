package io.kash.surgery.check;

import io.kash.surgery.kafka.Broker;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Brokers that are to get replicas. Kafka takes a reassignment onto a broker that is down and then never finishes it. */
public final class LiveTargets implements Check {
    private final Collection<BrokerId> targets;

    public LiveTargets(Collection<BrokerId> targets) {
        this.targets = new TreeSet<>(targets);
    }

    @Override
    public List<Finding> look(Snapshot snapshot) {
        Cluster cluster = snapshot.part(Cluster.class);
        List<Finding> findings = new ArrayList<>();
        for (BrokerId target : targets) {
            Optional<Broker> broker = cluster.broker(target);
            if (broker.isEmpty()) {
                findings.add(Finding.refusal(
                        "broker " + target + " is not registered",
                        "replicas go only to brokers that are up; a move onto a missing one never ends",
                        "start it, or name another broker; broker list shows those there are"));
            } else if (!broker.get().alive()) {
                findings.add(Finding.refusal(
                        "broker " + target + " is fenced",
                        "replicas go only to brokers that take part",
                        "wait until it has caught up with the controller, or name another broker"));
            }
        }
        return findings;
    }
}
