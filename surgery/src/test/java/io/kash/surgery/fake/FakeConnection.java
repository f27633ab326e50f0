package io.kash.surgery.fake;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.Observer;

/** A connection whose ports a test chose. The store is in memory. */
public final class FakeConnection implements Connection {
    private final Environment environment;
    private final Observer observer;
    private final Hands hands;
    private final Store store = new FakeStore();
    private boolean closed;

    /** A connection that may only look. */
    public FakeConnection(Environment environment, Observer observer) {
        this(environment, observer, (effect, fence) -> {
            throw new AssertionError("nothing may be changed here, but this was: " + effect.title());
        });
    }

    public FakeConnection(Environment environment, Observer observer, Hands hands) {
        this.environment = environment;
        this.observer = observer;
        this.hands = hands;
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
    public Store store() {
        return store;
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
