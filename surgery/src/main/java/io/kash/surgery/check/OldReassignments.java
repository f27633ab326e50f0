package io.kash.surgery.check;

import io.kash.surgery.kafka.Titles;
import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reassignments that have been seen for a long time: they may have stalled, or been forgotten. */
public final class OldReassignments implements Check {
    /** Younger ones are nothing to worry about. */
    public static final Duration OLD = Duration.ofHours(1);

    @Override
    public List<Finding> look(Snapshot snapshot) {
        Claims claims = snapshot.part(Claims.class);
        List<String> old = new ArrayList<>();
        claims.reassignments().forEach((name, claim) -> {
            Duration age = Duration.between(claim.firstSeen(), snapshot.observedAt());
            boolean runs = claim.operation().filter(claims::runs).isPresent();
            if (!runs && age.compareTo(OLD) > 0) {
                old.add(name + " ("
                        + claim.operation().map(id -> "operation " + id).orElse("not ours") + ", first seen "
                        + age.toHours() + " h ago)");
            }
        });
        return old.isEmpty()
                ? List.of()
                : List.of(Finding.warning(
                        Titles.count(old.size(), "partition") + " being reassigned for over " + OLD.toHours() + " h: "
                                + Titles.names(old),
                        "a reassignment that nobody carries on may have stalled",
                        "reassignments list shows how far it is; start the brokers it waits for, go on with ops resume,"
                                + " or reassignments cancel"));
    }
}
