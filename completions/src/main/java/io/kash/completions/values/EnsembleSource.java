package io.kash.completions.values;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import io.kash.surgery.zookeeper.EnsembleLook;
import java.util.List;
import java.util.Optional;

/** Values that are ZooKeeper servers, in environments that have some. */
abstract class EnsembleSource implements ValueSource {
    private final Class<?> type;

    /** @param type what its values complete */
    EnsembleSource(Class<?> type) {
        this.type = type;
    }

    @Override
    public List<Class<?>> types() {
        return List.of(type);
    }

    @Override
    public Scope scope() {
        return Scope.of(new EnsembleLook());
    }

    @Override
    public boolean in(Environment environment) {
        return environment.zookeeper().isPresent();
    }

    @Override
    public Optional<List<Value>> values(Snapshot snapshot) {
        return snapshot.find(Ensemble.class).map(ensemble -> values(Optional.empty(), ensemble));
    }

    @Override
    public Optional<List<Value>> values(Environment environment, Snapshot snapshot) {
        return snapshot.find(Ensemble.class).map(ensemble -> values(Optional.of(environment), ensemble));
    }

    /** @param environment what the environments file says of them, where it is known */
    abstract List<Value> values(Optional<Environment> environment, Ensemble ensemble);

    static String standing(Server server) {
        return server.answered() ? server.mode() : "no answer";
    }
}
