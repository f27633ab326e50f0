package io.kash.surgery.coordination;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * One operation at a time in an environment. Every holder gets a number larger than the last one's; it is checked before
 * every effect. A holder that slept (its wall clock ran ahead of its monotonic one, which stands still in suspend) does
 * not know whether it still holds the lock and fences itself off.
 */
public final class OperationLock implements Fence, AutoCloseable {
    private static final String LOCK = "lock";
    private static final String FENCE = "fence";
    private static final Duration JUMP = Duration.ofSeconds(20);

    private final Store.Session session;
    private final long number;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private Instant wallBefore;
    private long nanosBefore;

    private OperationLock(Store.Session session, long number, Clock clock, LongSupplier nanoTime) {
        this.session = session;
        this.number = number;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.wallBefore = clock.instant();
        this.nanosBefore = nanoTime.getAsLong();
    }

    /** Takes the lock; empty when somebody else holds it. Close it to let go. */
    public static Optional<OperationLock> take(Store store, String holder, Clock clock, LongSupplier nanoTime) {
        Store.Session session = store.session();
        boolean taken = false;
        try {
            if (session.claim(LOCK, holder).isPresent()) {
                OperationLock lock = new OperationLock(session, next(store), clock, nanoTime);
                taken = true;
                return Optional.of(lock);
            }
            return Optional.empty();
        } finally {
            if (!taken) {
                session.close();
            }
        }
    }

    /** Who holds it now. */
    public static Optional<String> holder(Store store) {
        return store.get(LOCK).map(Store.Entry::value);
    }

    private static long next(Store store) {
        while (true) {
            Optional<Store.Entry> before = store.get(FENCE);
            long number = before.map(entry -> Long.parseLong(entry.value())).orElse(0L) + 1;
            long version = before.map(Store.Entry::version).orElse(Store.ABSENT);
            if (store.putIf(FENCE, Long.toString(number), version).isPresent()) {
                return number;
            }
        }
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public void check() {
        Instant wall = clock.instant();
        long nanos = nanoTime.getAsLong();
        Duration drift = Duration.between(wallBefore, wall).minusNanos(nanos - nanosBefore);
        wallBefore = wall;
        nanosBefore = nanos;
        if (drift.abs().compareTo(JUMP) > 0) {
            session.close();
            throw new FencedException("the clock jumped by " + drift.toSeconds()
                    + " s: this machine slept, and somebody else may hold the operation now");
        }
        if (!session.alive()) {
            throw new FencedException("the operation lock is lost");
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
