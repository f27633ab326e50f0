package io.kash.completions.values;

import io.kash.surgery.environment.Connection;
import io.kash.surgery.plan.Look;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import java.time.Instant;

/** What was last seen of each engine of one connection. Used by the background thread alone. */
final class Seen {
    private final Connection connection;
    private Snapshot snapshot = Snapshot.of(Instant.EPOCH);

    Seen(Connection connection) {
        this.connection = connection;
    }

    boolean isOf(Connection other) {
        return connection == other;
    }

    /** Looks again; whether the engine answered. What it said before stands when it did not. */
    boolean look(Look look) {
        try {
            snapshot = snapshot.with(connection.observer().read(Scope.of(look)).part(look.part()));
            return true;
        } catch (RuntimeException e) {
            // A problem of the engine, or a connection closed meanwhile. The prompt says that it does not answer.
            return false;
        }
    }

    Snapshot snapshot() {
        return snapshot;
    }
}
