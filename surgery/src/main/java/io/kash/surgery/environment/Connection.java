package io.kash.surgery.environment;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.Observer;

/** An environment and the ports to its engines. Clients are opened when they are first needed. */
public interface Connection extends AutoCloseable {
    Environment environment();

    Observer observer();

    Hands hands();

    /** Where operations of this environment are journaled and locked. */
    Store store();

    @Override
    void close();
}
