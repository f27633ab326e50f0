package io.kash.surgery.plan;

import java.util.List;

/** A predicate over a snapshot. Preflight and status are views of the same checks. Pure. */
@FunctionalInterface
public interface Check {
    /** What it sees; empty when all is well. */
    List<Finding> look(Snapshot snapshot);
}
