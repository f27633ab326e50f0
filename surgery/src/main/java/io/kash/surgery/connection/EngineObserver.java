package io.kash.surgery.connection;

import io.kash.surgery.operation.Engine;
import io.kash.surgery.operation.Observer;
import io.kash.surgery.operation.PartReader;
import io.kash.surgery.plan.Look;
import io.kash.surgery.plan.Part;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads all looks of a scope at the same time. The snapshot is as old as the beginning of the reading. When one look
 * fails the whole reading does, with the first failure in the order of the scope.
 */
final class EngineObserver implements Observer {
    /** Every reader keeps its own, shorter limit; this one stands in case one of them does not. */
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private final String environment;
    private final Map<Class<? extends Look>, PartReader<?>> readers = new HashMap<>();
    private final Clock clock;
    private final ExecutorService executor;

    EngineObserver(String environment, List<Engine> engines, Clock clock, ExecutorService executor) {
        this.environment = environment;
        this.clock = clock;
        this.executor = executor;
        for (Engine engine : engines) {
            for (PartReader<?> reader : engine.readers()) {
                if (readers.put(reader.answers(), reader) != null) {
                    throw new IllegalArgumentException(
                            "two readers answer " + reader.answers().getSimpleName());
                }
            }
        }
    }

    @Override
    public Snapshot read(Scope scope) {
        // All readers first: a look nobody can answer must not wait for those that take long.
        List<Bound<?>> bound = new ArrayList<>();
        for (Look look : scope.looks()) {
            bound.add(bind(look));
        }
        Instant observedAt = clock.instant();
        List<Future<Part>> running = new ArrayList<>();
        for (Bound<?> one : bound) {
            running.add(executor.submit(one::read));
        }
        try {
            return Snapshot.of(observedAt, parts(running));
        } finally {
            running.forEach(look -> look.cancel(true));
        }
    }

    private List<Part> parts(List<Future<Part>> running) {
        long endNanos = System.nanoTime() + AT_MOST.toNanos();
        List<Part> parts = new ArrayList<>();
        for (Future<Part> look : running) {
            parts.add(part(look, endNanos));
        }
        return parts;
    }

    private Part part(Future<Part> look, long endNanos) {
        try {
            return look.get(Math.max(0, endNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw rethrown(e);
        } catch (TimeoutException e) {
            throw new Problem(
                            Problem.Kind.TIMED_OUT,
                            "cannot look at '" + environment + "'",
                            environment,
                            "no answer within " + AT_MOST.toSeconds() + " s",
                            "")
                    .asException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.failed("cannot look at '" + environment + "'", environment, "it was interrupted", "")
                    .asException(e);
        }
    }

    private static RuntimeException rethrown(ExecutionException e) {
        if (e.getCause() instanceof ProblemException problem) {
            return problem;
        }
        return new IllegalStateException("a look failed without saying why", e.getCause());
    }

    private Bound<?> bind(Look look) {
        PartReader<?> reader = readers.get(look.getClass());
        if (reader == null) {
            throw MissingEngines.problem(environment, look).asException();
        }
        return bind(reader, look);
    }

    private static <L extends Look> Bound<L> bind(PartReader<L> reader, Look look) {
        return new Bound<>(reader, reader.answers().cast(look));
    }

    private record Bound<L extends Look>(PartReader<L> reader, L look) {
        Part read() {
            return reader.read(look);
        }
    }
}
