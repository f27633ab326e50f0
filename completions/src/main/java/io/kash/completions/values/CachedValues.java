package io.kash.completions.values;

import io.kash.completions.values.Reachability.State;
import io.kash.surgery.environment.Connection;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.plan.Look;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Live values from memory. Looking at engines happens in the background: every half minute, and when somebody asks for
 * what is older than five seconds. An engine that does not answer leaves its last values standing; values of one
 * connection are never offered on another.
 */
public final class CachedValues implements Values {
    static final Duration FRESH = Duration.ofSeconds(5);
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final List<ValueSource> sources;
    private final Supplier<Optional<Connection>> connection;
    private final Background background;
    private final InstantSource clock;
    private final AtomicBoolean queued = new AtomicBoolean();
    private Optional<Seen> seen = Optional.empty();
    private volatile Known known = Known.nothingOf(Optional.empty(), Map.of());

    /** @param connection the one chosen now; asked whenever values are, so it must not wait */
    public CachedValues(
            List<ValueSource> sources,
            Supplier<Optional<Connection>> connection,
            Background background,
            InstantSource clock) {
        this.sources = List.copyOf(sources);
        this.connection = connection;
        this.background = background;
        this.clock = clock;
    }

    /** Reads everything for the first time, and then again and again. */
    public void start() {
        refreshSoon();
        background.every(PAUSE, this::refresh);
    }

    @Override
    public List<Value> of(Class<?> type) {
        return current().values().getOrDefault(type, List.of());
    }

    public Reachability reachability() {
        return current().reachability();
    }

    private Known current() {
        Known now = follow(connection.get());
        boolean fresh = now.readAt()
                .filter(at -> at.plus(FRESH).isAfter(clock.instant()))
                .isPresent();
        if (!fresh) {
            refreshSoon();
        }
        return now;
    }

    private void refreshSoon() {
        if (queued.compareAndSet(false, true)) {
            background.soon(this::refresh);
        }
    }

    private void refresh() {
        try {
            Optional<Connection> now = connection.get();
            follow(now);
            publish(now, Snapshot.of(clock.instant()), Optional.empty());
            now.ifPresent(this::readEngines);
            update(now, old -> old.readAt(clock.instant()));
        } finally {
            queued.set(false);
        }
    }

    private void readEngines(Connection now) {
        Seen of = seen.filter(before -> before.isOf(now)).orElseGet(() -> new Seen(now));
        seen = Optional.of(of);
        for (Look look : looks(now)) {
            boolean answered = of.look(look);
            if (look.part().equals(Cluster.class)) {
                Instant at = clock.instant();
                update(Optional.of(now), old -> old.with(answered ? State.REACHABLE : State.UNREACHABLE, at));
            }
            if (answered) {
                publish(Optional.of(now), of.snapshot(), Optional.of(look));
            }
        }
    }

    private List<Look> looks(Connection now) {
        Scope all = Scope.of();
        for (ValueSource source : sources) {
            all = source.in(now.environment()) ? all.and(source.scope()) : all;
        }
        return all.looks();
    }

    /** Puts in place the values of the sources that look at what was just read, or of those that look at nothing. */
    private void publish(Optional<Connection> of, Snapshot snapshot, Optional<Look> justRead) {
        Map<Class<?>, List<Value>> found = new HashMap<>();
        for (ValueSource source : sources) {
            if (touches(source.scope(), justRead)) {
                values(source, of, snapshot)
                        .ifPresent(values -> source.types().forEach(type -> found.put(type, values)));
            }
        }
        update(of, old -> old.with(found));
    }

    private static boolean touches(Scope scope, Optional<Look> justRead) {
        return justRead.map(read ->
                        scope.looks().stream().anyMatch(look -> look.part().equals(read.part())))
                .orElseGet(() -> scope.looks().isEmpty());
    }

    private static Optional<List<Value>> values(ValueSource source, Optional<Connection> of, Snapshot snapshot) {
        try {
            return of.map(one -> source.values(one.environment(), snapshot))
                    .orElseGet(() -> source.values(snapshot))
                    .map(List::copyOf);
        } catch (RuntimeException e) {
            // Such as an environments file being edited: what was good before is offered still.
            return Optional.empty();
        }
    }

    private synchronized void update(Optional<Connection> of, UnaryOperator<Known> change) {
        if (known.isOf(of)) {
            known = change.apply(known);
        }
    }

    private Known follow(Optional<Connection> now) {
        Known held = known;
        return held.isOf(now) ? held : change(now);
    }

    private synchronized Known change(Optional<Connection> now) {
        if (!known.isOf(now)) {
            Map<Class<?>, List<Value>> kept = new HashMap<>(known.values());
            sources.stream().filter(source -> !source.scope().looks().isEmpty()).forEach(source -> source.types()
                    .forEach(kept::remove));
            known = Known.nothingOf(now, Map.copyOf(kept));
        }
        return known;
    }
}
