package io.kash.completions.values;

import io.kash.surgery.environment.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the cache holds at one moment. Immutable, so that a reader never waits and never sees half of a refresh.
 *
 * @param connection whose values they are
 * @param values in the order to offer them
 * @param readAt when the last refresh ended; empty before the first
 */
record Known(
        Optional<Connection> connection,
        Map<Class<?>, List<Value>> values,
        Optional<Instant> readAt,
        Reachability reachability) {

    /** Nothing is known yet of a connection; what no engine is needed for is kept. */
    static Known nothingOf(Optional<Connection> connection, Map<Class<?>, List<Value>> kept) {
        return new Known(
                connection,
                kept,
                Optional.empty(),
                connection.isPresent() ? Reachability.LOADING : Reachability.UNKNOWN);
    }

    boolean isOf(Optional<Connection> other) {
        return connection.isPresent() ? other.isPresent() && connection.get() == other.get() : other.isEmpty();
    }

    Known with(Map<Class<?>, List<Value>> found) {
        Map<Class<?>, List<Value>> all = new HashMap<>(values);
        all.putAll(found);
        return new Known(connection, Map.copyOf(all), readAt, reachability);
    }

    Known with(Reachability.State state, Instant at) {
        return new Known(connection, values, readAt, reachability.next(state, at));
    }

    Known readAt(Instant at) {
        return new Known(connection, values, Optional.of(at), reachability);
    }
}
