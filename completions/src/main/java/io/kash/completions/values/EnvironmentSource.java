package io.kash.completions.values;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.EnvironmentName;
import io.kash.surgery.environment.Environments;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The environments of the file: {@code production  pair}. */
public final class EnvironmentSource implements ValueSource {
    private final Supplier<Environments> file;

    public EnvironmentSource(Supplier<Environments> file) {
        this.file = file;
    }

    @Override
    public List<Class<?>> types() {
        return List.of(EnvironmentName.class);
    }

    @Override
    public Scope scope() {
        return Scope.of();
    }

    @Override
    public Optional<List<Value>> values(Snapshot snapshot) {
        return Optional.of(file.get().byName().values().stream()
                .map(EnvironmentSource::value)
                .toList());
    }

    private static Value value(Environment environment) {
        return new Value(environment.name(), environment.protection().word());
    }
}
