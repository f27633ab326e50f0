package io.kash.surgery.plan;

import java.util.List;

/** A planner's answer. */
public sealed interface Proposal {
    /** There is work, and this is all of it. */
    record Proposed(Plan plan) implements Proposal {}

    /** The request is already satisfied. */
    record NothingToDo(String why) implements Proposal {}

    /** Going on would do harm. Every refusal is in the list, not only the first. */
    record Refused(List<Finding> refusals) implements Proposal {
        public Refused {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("a refusal says what it refuses");
            }
        }
    }
}
