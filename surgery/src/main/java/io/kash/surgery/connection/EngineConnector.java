package io.kash.surgery.connection;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Connector;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.References;
import io.kash.surgery.hook.client.HookEngine;
import io.kash.surgery.kafka.client.KafkaEngine;
import io.kash.surgery.naming.client.NamingEngine;
import io.kash.surgery.operation.Engine;
import io.kash.surgery.zookeeper.client.EnsembleEngine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/** Connects environments to their real engines. */
public final class EngineConnector implements Connector {
    private final Clock clock;
    private final References references;
    private final Function<Environment, Store> stores;

    /**
     * @param clock says when a snapshot was observed
     * @param references resolves what client properties refer to
     * @param stores opens an environment's store, when it is first needed and once per connection
     */
    public EngineConnector(Clock clock, References references, Function<Environment, Store> stores) {
        this.clock = clock;
        this.references = references;
        this.stores = stores;
    }

    @Override
    public Connection open(Environment environment) {
        ExecutorService executor = Workers.of(environment.name());
        List<Engine> engines = new ArrayList<>();
        engines.add(new KafkaEngine(environment, references, executor, clock));
        engines.add(new HookEngine(environment.hooks(), executor));
        engines.add(new NamingEngine(environment, references, clock));
        boolean registrations = environment.hooks().started().isEmpty();
        environment
                .zookeeper()
                .ifPresent(zookeeper -> engines.add(
                        new EnsembleEngine(environment.name(), zookeeper, references, executor, clock, registrations)));
        return new EngineConnection(environment, engines, stores, clock, executor);
    }
}
