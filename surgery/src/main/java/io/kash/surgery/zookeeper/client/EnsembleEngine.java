package io.kash.surgery.zookeeper.client;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.operation.Engine;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.PartReader;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** A ZooKeeper ensemble, 3.4 to 3.9. It is only looked at; nothing stays open between two looks. */
public final class EnsembleEngine implements Engine {
    private final String environment;
    private final Environment.ZooKeeper zookeeper;
    private final EnsembleReader reader;

    /** @param executor for asking servers; must not make a task wait for another */
    public EnsembleEngine(String environment, Environment.ZooKeeper zookeeper, Executor executor) {
        this.environment = environment;
        this.zookeeper = zookeeper;
        this.reader = new EnsembleReader(this::connect, new Discovery(), executor);
    }

    private ConnectString connect() {
        String connect = zookeeper.connect();
        if (connect.startsWith("consul://")) {
            throw Problem.usage(
                            "'" + environment + "' finds its ensemble through Consul, which kash cannot do yet",
                            environment + ", zookeeper.connect",
                            "it says " + connect,
                            "write the servers as host:port, comma-separated")
                    .asException();
        }
        try {
            return ConnectString.of(connect);
        } catch (IllegalArgumentException e) {
            throw Problem.usage(
                            "zookeeper.connect of '" + environment + "' is not a list of addresses",
                            environment + ", zookeeper.connect",
                            String.valueOf(e.getMessage()),
                            "write the servers as host:port, comma-separated, with an optional /chroot at the end")
                    .asException(e);
        }
    }

    @Override
    public List<PartReader<?>> readers() {
        return List.of(reader);
    }

    @Override
    public Map<Class<? extends Effect>, Hands> hands() {
        return Map.of();
    }

    @Override
    public void close() {}
}
