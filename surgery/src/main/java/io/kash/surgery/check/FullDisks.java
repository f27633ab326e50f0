package io.kash.surgery.check;

import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.List;

/** Log directories on volumes that are nearly full. A full one goes offline, and the last one stops its broker. */
public final class FullDisks implements Check {
    /** Above this many percent a disk is worth a warning. */
    public static final int LIMIT_PERCENT = 75;

    @Override
    public List<Finding> look(Snapshot snapshot) {
        List<String> found = DiskUse.of(snapshot.part(Disks.class)).stream()
                .filter(use -> use.percent().orElse(0) > LIMIT_PERCENT)
                .map(use -> "broker " + use.broker() + " " + use.dir().path() + " ("
                        + use.percent().getAsInt() + " %)")
                .toList();
        return found.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        Titles.count(found.size(), "disk") + " above " + LIMIT_PERCENT + " %: " + Titles.names(found),
                        "at most " + LIMIT_PERCENT + " % before anything is moved there",
                        "move replicas away, shorten retention or enlarge the volume"));
    }
}
