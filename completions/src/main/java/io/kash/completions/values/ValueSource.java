package io.kash.completions.values;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;

/** Where the values of some types come from. Asked in the background only. */
public interface ValueSource {
    /** The types its values complete. */
    List<Class<?>> types();

    /** What it looks at; empty when it needs no engine. */
    Scope scope();

    /** Whether an environment has what it looks at. */
    default boolean in(Environment environment) {
        return true;
    }

    /**
     * The values in the order to offer them.
     *
     * @param snapshot holds what was read of its scope, perhaps not all of it
     * @return empty when what it cannot do without was not read
     */
    Optional<List<Value>> values(Snapshot snapshot);

    /** The same where the environments file says something of them, too. */
    default Optional<List<Value>> values(Environment environment, Snapshot snapshot) {
        return values(snapshot);
    }
}
