package io.kash.surgery.check;

import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.function.Predicate;

/** Log directories that brokers have taken offline after an error of the disk. */
public final class OfflineLogDirs implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        List<String> found = DiskUse.of(snapshot.part(Disks.class)).stream()
                .filter(Predicate.not(DiskUse::online))
                .map(use -> "broker " + use.broker() + " " + use.dir().path() + " ("
                        + use.dir().error() + ")")
                .toList();
        return found.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        (found.size() == 1 ? "1 log directory" : found.size() + " log directories") + " offline: "
                                + Titles.names(found),
                        "every log directory is online",
                        "drain the broker, or repair the disk and restart it"));
    }
}
