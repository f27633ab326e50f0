package io.kash.shell.start;

import io.kash.commands.session.Session;
import io.kash.completions.values.Value;
import io.kash.completions.values.Values;
import io.kash.surgery.environment.EnvironmentName;
import io.kash.surgery.problem.ProblemException;
import java.util.List;

/** The names of environments come from the file at once; everything else is asked of the values behind. */
record EnvironmentNames(Session session, Values others) implements Values {
    @Override
    public List<Value> of(Class<?> type) {
        return type == EnvironmentName.class ? names() : others.of(type);
    }

    private List<Value> names() {
        try {
            return session.environments().byName().values().stream()
                    .map(environment -> new Value(
                            environment.name(),
                            environment.protection().word() + ", "
                                    + environment.kafka().bootstrap()))
                    .toList();
        } catch (ProblemException e) {
            return List.of();
        }
    }
}
