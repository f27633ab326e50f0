package io.kash.surgery.coordination;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * One operation at a time in an environment. Every holder gets a number larger than the last one's; the store is asked
 * before every effect whether lock and number are still this holder's. A holder that slept (its wall clock ran ahead of
 * its monotonic one, which stands still in suspend) does not know whether it still holds the lock and fences itself off.
 * Lost once is lost for ever.
 */
public final class OperationLock implements Fence, AutoCloseable {
    private static final String LOCK = "lock";
    private static final String FENCE = "fence";
    private static final Duration JUMP = Duration.ofSeconds(20);

    private final Store store;
    private final Store.Session session;
    private final Counter counter;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private Instant wallBefore;
    private long nanosBefore;
    private Optional<String> lost = Optional.empty();

    private OperationLock(Store store, Store.Session session, Counter counter, Clock clock, LongSupplier nanoTime) {
        this.store = store;
        this.session = session;
        this.counter = counter;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.wallBefore = clock.instant();
        this.nanosBefore = nanoTime.getAsLong();
    }

    /**
     * Takes the lock; empty when somebody else holds it. Close it to let go.
     *
     * @throws StoreUnavailable when the store cannot be reached
     */
    public static Optional<OperationLock> take(Store store, String holder, Clock clock, LongSupplier nanoTime) {
        Store.Session session = store.session();
        boolean taken = false;
        try {
            if (session.claim(LOCK, holder).isEmpty()) {
                return Optional.empty();
            }
            OperationLock lock = new OperationLock(store, session, Counter.next(store), clock, nanoTime);
            // Whoever slept between the two may have counted on while somebody else holds the lock.
            taken = session.alive();
            return taken ? Optional.of(lock) : Optional.empty();
        } finally {
            if (!taken) {
                session.close();
            }
        }
    }

    /**
     * Takes the lock from a holder that may have died: waits until it is free, and no longer than what a dead holder left
     * can last. A holder that lives keeps it; then this is empty at the end.
     *
     * @param pause waits for a moment; false to wait no more
     */
    public static Optional<OperationLock> takeOver(
            Store store, String holder, Clock clock, LongSupplier nanoTime, BooleanSupplier pause) {
        long beganNanos = nanoTime.getAsLong();
        while (true) {
            Optional<OperationLock> taken =
                    holder(store).isEmpty() ? take(store, holder, clock, nanoTime) : Optional.empty();
            boolean tooLong = nanoTime.getAsLong() - beganNanos >= store.lapse().toNanos();
            if (taken.isPresent() || tooLong || !pause.getAsBoolean()) {
                return taken;
            }
        }
    }

    /** Who holds it now. */
    public static Optional<String> holder(Store store) {
        return store.get(LOCK).map(Store.Entry::value);
    }

    @Override
    public long number() {
        return counter.number();
    }

    /**
     * Two round trips.
     *
     * @throws StoreUnavailable when there is no telling whether it is still held; it may be once the store answers again
     */
    @Override
    public void check() {
        if (lost.isEmpty()) {
            lost = slept().or(this::taken);
            lost.ifPresent(why -> session.close());
        }
        if (lost.isPresent()) {
            throw new FencedException(lost.get());
        }
    }

    private Optional<String> slept() {
        Instant wall = clock.instant();
        long nanos = nanoTime.getAsLong();
        Duration drift = Duration.between(wallBefore, wall).minusNanos(nanos - nanosBefore);
        wallBefore = wall;
        nanosBefore = nanos;
        return drift.abs().compareTo(JUMP) > 0
                ? Optional.of("the clock jumped by " + drift.toSeconds()
                        + " s: this machine slept, and somebody else may hold the operation now")
                : Optional.empty();
    }

    private Optional<String> taken() {
        return session.alive() && counter.stands(store) ? Optional.empty() : Optional.of("the operation lock is lost");
    }

    @Override
    public void close() {
        session.close();
    }

    /**
     * The fencing number as it is stored: {@code 17 6f1c…}. The second word is its taker's own, so that whoever reads back
     * a write without a reply never takes another's for it.
     */
    private record Counter(long number, String text) {
        static Counter next(Store store) {
            while (true) {
                Optional<Store.Entry> before = store.get(FENCE);
                long number = before.map(entry -> numberOf(entry.value())).orElse(0L) + 1;
                Counter next = new Counter(number, number + " " + UUID.randomUUID());
                long version = before.map(Store.Entry::version).orElse(Store.ABSENT);
                if (store.putIf(FENCE, next.text, version).isPresent()) {
                    return next;
                }
            }
        }

        boolean stands(Store store) {
            return store.get(FENCE).filter(entry -> entry.value().equals(text)).isPresent();
        }

        private static long numberOf(String text) {
            int blank = text.indexOf(' ');
            return Long.parseLong(blank < 0 ? text : text.substring(0, blank));
        }
    }
}
