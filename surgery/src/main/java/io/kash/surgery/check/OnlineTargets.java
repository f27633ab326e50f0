package io.kash.surgery.check;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Offline log directories of brokers that are to get replicas. */
public final class OnlineTargets implements Check {
    private final Collection<BrokerId> targets;

    public OnlineTargets(Collection<BrokerId> targets) {
        this.targets = new TreeSet<>(targets);
    }

    @Override
    public List<Finding> look(Snapshot snapshot) {
        return DiskUse.of(snapshot.part(Disks.class)).stream()
                .filter(use -> targets.contains(use.broker()) && !use.online())
                .map(use -> Finding.refusal(
                        "broker " + use.broker() + ": log directory "
                                + use.dir().path() + " is offline: " + use.dir().error(),
                        "replicas go only to brokers whose disks are well",
                        "mend the disk and restart the broker, or leave it out with --to"))
                .toList();
    }
}
