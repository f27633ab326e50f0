package io.kash.surgery.traffic;

import io.kash.surgery.kafka.Offsets;
import io.kash.surgery.kafka.OffsetsLook;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Observer;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes samples by looking at the ends of all logs, again and again. One look a sample. */
public final class Sampler {
    private final Observer observer;
    private @Nullable Snapshot before;

    public Sampler(Observer observer) {
        this.observer = observer;
    }

    /**
     * What has arrived since the last look; empty the first time.
     *
     * @throws io.kash.surgery.problem.ProblemException when the cluster cannot be looked at; the next sample reaches back
     *     to the last look that could
     */
    public synchronized Optional<Sample> take() {
        Snapshot now = observer.read(Scope.of(new OffsetsLook(Selection.all(), false)));
        Snapshot last = before;
        before = now;
        return last == null ? Optional.empty() : Optional.of(between(last, now));
    }

    private static Sample between(Snapshot last, Snapshot now) {
        Offsets then = last.part(Offsets.class);
        SortedMap<Integer, Long> messages = new TreeMap<>();
        now.part(Offsets.class).logs().forEach((partition, log) -> log.leader()
                .ifPresent(leader -> messages.merge(leader.value(), arrived(partition, then, log), Long::sum)));
        return new Sample(
                now.observedAt(),
                Duration.between(last.observedAt(), now.observedAt()).toMillis(),
                messages);
    }

    /** Nothing where either end is not known, and where a log was cut or made anew. */
    private static long arrived(TopicPartition partition, Offsets then, Offsets.Log log) {
        Optional<Offsets.Log> earlier = then.of(partition);
        if (log.end().isEmpty() || earlier.isEmpty() || earlier.get().end().isEmpty()) {
            return 0;
        }
        return Math.max(0, log.end().getAsLong() - earlier.get().end().getAsLong());
    }
}
