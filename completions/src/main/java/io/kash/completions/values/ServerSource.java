package io.kash.completions.values;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.EnsembleLook;
import io.kash.surgery.zookeeper.ServerAddress;
import java.util.List;
import java.util.Optional;

/** ZooKeeper servers: {@code 10.0.1.5:2181  leader}. */
public final class ServerSource implements ValueSource {
    @Override
    public List<Class<?>> types() {
        return List.of(ServerAddress.class);
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
        return snapshot.find(Ensemble.class).map(ensemble -> ensemble.servers().stream()
                .map(server -> new Value(server.address(), server.answered() ? server.mode() : "no answer"))
                .toList());
    }
}
