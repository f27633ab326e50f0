package io.kash.surgery.operation;

import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;

/** The only port that looks at engines. */
public interface Observer {
    /**
     * Reads everything the scope asks for.
     *
     * @throws io.kash.surgery.problem.ProblemException when an engine does not answer in time or refuses; a partial
     *     answer is never returned as if it were whole
     */
    Snapshot read(Scope scope);
}
