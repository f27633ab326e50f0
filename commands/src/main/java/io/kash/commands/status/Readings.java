package io.kash.commands.status;

import io.kash.surgery.operation.Observer;
import io.kash.surgery.plan.Look;
import io.kash.surgery.plan.Part;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What each engine answered, every look on its own and all at the same time: one that is down takes nothing from the
 * others and delays nothing beyond its limit.
 */
public final class Readings {
    private final Map<Class<? extends Part>, Part> parts = new LinkedHashMap<>();
    private final Map<Class<? extends Part>, Problem> problems = new LinkedHashMap<>();
    private Optional<Instant> observedAt = Optional.empty();

    private Readings() {}

    /** @param limit how long the slowest look may take */
    public static Readings of(Observer observer, List<Look> looks, ExecutorService threads, Duration limit) {
        List<Callable<Snapshot>> questions = looks.stream()
                .map(look -> (Callable<Snapshot>) () -> observer.read(Scope.of(look)))
                .toList();
        Readings readings = new Readings();
        try {
            List<Future<Snapshot>> answers = threads.invokeAll(questions, limit.toMillis(), TimeUnit.MILLISECONDS);
            for (int i = 0; i < looks.size(); i++) {
                readings.take(looks.get(i).part(), answers.get(i), limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            looks.forEach(look -> readings.problems.put(look.part(), late(limit)));
        }
        return readings;
    }

    private void take(Class<? extends Part> type, Future<Snapshot> answer, Duration limit) throws InterruptedException {
        try {
            Snapshot snapshot = answer.get();
            parts.put(type, snapshot.part(type));
            observedAt = observedAt.or(() -> Optional.of(snapshot.observedAt()));
        } catch (ExecutionException e) {
            problems.put(type, problem(e));
        } catch (CancellationException e) {
            problems.put(type, late(limit));
        }
    }

    private static Problem problem(ExecutionException e) {
        if (e.getCause() instanceof ProblemException known) {
            return known.problem();
        }
        throw new IllegalStateException("a look failed without saying why", e.getCause());
    }

    private static Problem late(Duration limit) {
        return new Problem(
                Problem.Kind.TIMED_OUT,
                "no answer within " + limit.toMillis() + " ms",
                "",
                "it is down, out of reach, or very busy",
                "status");
    }

    /** When the first of the engines that answered was looked at. */
    public Optional<Instant> observedAt() {
        return observedAt;
    }

    public <P extends Part> Optional<P> part(Class<P> type) {
        return Optional.ofNullable(parts.get(type)).map(type::cast);
    }

    public Optional<Problem> problem(Class<? extends Part> type) {
        return Optional.ofNullable(problems.get(type));
    }

    /** What was read, for checks. */
    public Snapshot snapshot(Instant at) {
        return Snapshot.of(at, new ArrayList<>(parts.values()));
    }
}
