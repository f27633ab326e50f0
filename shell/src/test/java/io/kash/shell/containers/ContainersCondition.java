package io.kash.shell.containers;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Asked for the class and again for every test; found out once. */
final class ContainersCondition implements ExecutionCondition {
    private static final class Once {
        private static final ConditionEvaluationResult RESULT = Engine.obstacle()
                .map(ContainersCondition::skipped)
                .orElseGet(() -> ConditionEvaluationResult.enabled("a container engine answers, and has the images"));
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Once.RESULT;
    }

    private static ConditionEvaluationResult skipped(String reason) {
        // Maven's own output tells only how many were skipped.
        System.err.println("Skipping the tests on containers: " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
