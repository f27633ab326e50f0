package io.kash.surgery.connection;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.operation.Engine;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.Observer;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An environment with its engines. Closing it closes them and its store once and ends the looks that still run. */
final class EngineConnection implements Connection {
    private final Environment environment;
    private final List<Engine> engines;
    private final Function<Environment, Store> stores;
    private final ExecutorService executor;
    private final Observer observer;
    private final Hands hands;
    private @Nullable Store store;
    private boolean closed;

    EngineConnection(
            Environment environment,
            List<Engine> engines,
            Function<Environment, Store> stores,
            Clock clock,
            ExecutorService executor) {
        this.environment = environment;
        this.engines = List.copyOf(engines);
        this.stores = stores;
        this.executor = executor;
        this.observer = new EngineObserver(environment.name(), this.engines, clock, executor);
        this.hands = new EngineHands(this.engines);
    }

    @Override
    public Environment environment() {
        return environment;
    }

    @Override
    public Observer observer() {
        return observer;
    }

    @Override
    public Hands hands() {
        return hands;
    }

    @Override
    public synchronized Store store() {
        Store opened = store;
        if (opened == null) {
            opened = stores.apply(environment);
            store = opened;
        }
        return opened;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        executor.shutdownNow();
        if (store != null) {
            store.close();
        }
        engines.forEach(Engine::close);
    }
}
