package io.kash.commands.change;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.Observer;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import java.util.Optional;

/**
 * A connection while the words of a command are understood. It keeps what was read last, so that the plan is made of what
 * the words were understood by, and a large cluster is read once and not twice. Nothing is asked of anybody in between;
 * after consent the cluster is read anew.
 */
final class Glance implements Connection {
    private final Connection connection;
    private Optional<Seen> last = Optional.empty();

    private record Seen(Scope scope, Snapshot snapshot) {}

    Glance(Connection connection) {
        this.connection = connection;
    }

    /** What was read last, if it was just this; else it is read now. */
    Snapshot at(Scope scope) {
        return last.filter(seen -> seen.scope().equals(scope))
                .map(Seen::snapshot)
                .orElseGet(() -> connection.observer().read(scope));
    }

    @Override
    public Observer observer() {
        return scope -> {
            Snapshot snapshot = connection.observer().read(scope);
            last = Optional.of(new Seen(scope, snapshot));
            return snapshot;
        };
    }

    @Override
    public Environment environment() {
        return connection.environment();
    }

    @Override
    public Hands hands() {
        return connection.hands();
    }

    @Override
    public Store store() {
        return connection.store();
    }

    /** It is only a look through it. */
    @Override
    public void close() {}
}
