package io.kash.surgery.kafka.client;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;

/** The time one look or one effect may take in all, however many calls it makes. */
final class Budget {
    /** What the client itself needs to notice that a call's time is over. */
    private static final long GRACE_MILLIS = 500;

    private static final long LEAST_MILLIS = 100;

    private final long endNanos;

    private Budget(long endNanos) {
        this.endNanos = endNanos;
    }

    static Budget of(Duration time) {
        return new Budget(System.nanoTime() + time.toNanos());
    }

    /** What is left for the next call, never less than a tenth of a second. */
    int leftMillis() {
        long left = TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime());
        return (int) Math.max(LEAST_MILLIS, left);
    }

    /**
     * Waits for an answer.
     *
     * @throws KafkaFailure with what went wrong
     */
    <T> T await(KafkaFuture<T> answer) throws KafkaFailure {
        try {
            return answer.get(leftMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new KafkaFailure(e.getCause() == null ? e : e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new KafkaFailure(new TimeoutException("no answer in time", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaFailure(e);
        }
    }
}
