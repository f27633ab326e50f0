package io.kash.surgery.check;

import io.kash.surgery.plan.Check;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Operations of ours that nobody carries on, and operations that ended and could not put everything back. */
public final class LeftOperations implements Check {
    @Override
    public List<Finding> look(Snapshot snapshot) {
        Claims claims = snapshot.part(Claims.class);
        List<Finding> findings = new ArrayList<>();
        for (Claims.Left left : claims.operations()) {
            String name = "operation " + left.id() + " (" + left.title() + ")";
            if (left.state() == Claims.State.LEFT && left.owes()) {
                findings.add(Finding.refusal(
                        name + " is unfinished and has not put back what it found",
                        "one operation at a time: the next would take what this one left for what was there before",
                        "ops resume " + left.id() + ", or throttles restore"));
            } else if (left.state() == Claims.State.LEFT) {
                findings.add(Finding.warning(
                        name + " is unfinished",
                        "an operation that was begun comes to its end, or is undone",
                        "ops resume " + left.id() + ", or ops undo " + left.id()));
            } else if (left.state() == Claims.State.ENDED && left.owes()) {
                findings.add(Finding.warning(
                        name + " ended and could not put everything back",
                        "settings of a broker that was down are put back once it is up",
                        "throttles restore"));
            }
        }
        for (String id : claims.unreadable()) {
            findings.add(Finding.warning(
                    "operation " + id + " cannot be read by this version",
                    "what it has changed and not put back is not known",
                    "ops show " + id + " says why; audit verify says whether its journal was changed"));
        }
        return findings;
    }
}
