package io.kash.shell.start;

import io.kash.commands.session.Session;
import io.kash.commands.terminal.Role;
import io.kash.commands.view.Units;
import io.kash.completions.values.CachedValues;
import io.kash.completions.values.DaemonThread;
import io.kash.completions.values.LiveSources;
import io.kash.completions.values.Reachability;
import io.kash.completions.values.Value;
import io.kash.completions.values.Values;
import io.kash.shell.editor.ConnectionState;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What TAB and the prompt know of the environment. The background thread starts when somebody first asks, which only the
 * editor does: a single command never pays for it.
 */
final class LiveValues implements Values, ConnectionState {
    private final Session session;
    private final Clock clock;
    private @Nullable CachedValues started;

    LiveValues(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public List<Value> of(Class<?> type) {
        return cache().of(type);
    }

    @Override
    public Standing now() {
        Reachability reachability = cache().reachability();
        return switch (reachability.state()) {
            case UNKNOWN, REACHABLE -> Standing.NOTHING;
            case LOADING -> new Standing("connecting", Role.FAINT);
            case UNREACHABLE -> new Standing("unreachable", Role.BAD);
        };
    }

    private synchronized CachedValues cache() {
        CachedValues running = started;
        if (running == null) {
            running = new CachedValues(
                    LiveSources.all(session::environments, Units::bytes),
                    this::connection,
                    new DaemonThread("completions"),
                    clock);
            running.start();
            started = running;
        }
        return running;
    }

    private Optional<Connection> connection() {
        try {
            return session.environment().map(environment -> session.connection());
        } catch (ProblemException e) {
            // It was left in between.
            return Optional.empty();
        }
    }
}
