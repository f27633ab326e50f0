package io.kash.commands.change;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How fast something grows, over the last ten seconds; not known before three have been seen. */
final class Speed {
    private static final Duration SPAN = Duration.ofSeconds(10);
    private static final Duration LEAST = Duration.ofSeconds(3);

    private final Deque<Point> points = new ArrayDeque<>();

    private record Point(Instant at, long done) {}

    void saw(Instant at, long done) {
        points.addLast(new Point(at, done));
        while (points.size() > 2 && points.getFirst().at().plus(SPAN).isBefore(at)) {
            points.removeFirst();
        }
    }

    /** Units a second, at least 0. */
    Optional<Long> perSecond() {
        if (points.size() < 2) {
            return Optional.empty();
        }
        Point first = points.getFirst();
        Point last = points.getLast();
        Duration time = Duration.between(first.at(), last.at());
        if (time.compareTo(LEAST) < 0) {
            return Optional.empty();
        }
        return Optional.of(Math.max(0, (last.done() - first.done()) * 1000 / time.toMillis()));
    }
}
