package io.kash.completions.values;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.ServerAddress;
import java.util.List;
import java.util.Optional;

/** ZooKeeper servers: {@code 10.0.1.5:2181  leader}. */
public final class ServerSource extends EnsembleSource {
    public ServerSource() {
        super(ServerAddress.class);
    }

    @Override
    List<Value> values(Optional<Environment> environment, Ensemble ensemble) {
        return ensemble.servers().stream()
                .map(server -> new Value(server.address(), standing(server)))
                .toList();
    }
}
