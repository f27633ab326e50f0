package io.kash.commands.approvals;

import io.kash.completions.signature.Argument;
import io.kash.completions.signature.Arity;
import io.kash.completions.signature.ValueType;

/** What the commands of the second operator have in common. */
final class ApprovalTypes {
    static final Argument<WaitingPlan> PLAN = new Argument<>(
            "plan",
            new ValueType<>(WaitingPlan.class, "hash", WaitingPlan::new),
            Arity.ONE,
            "the first digits of its hash, at least four");

    private ApprovalTypes() {}
}
