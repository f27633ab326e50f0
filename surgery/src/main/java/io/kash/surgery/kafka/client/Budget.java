package io.kash.surgery.kafka.client;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;

/** The time one look or one effect may take until it is answered, however many calls it makes. */
final class Budget {
    /** What the client itself needs to notice that a call's time is over. */
    private static final long GRACE_MILLIS = 500;

    private static final long LEAST_MILLIS = 100;

    /** The part of the time left that the first broker asked may take for a question that any could answer. */
    private static final int FIRST_TURN = 3;

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

    /** A question with a time of its own. */
    @FunctionalInterface
    interface Turn<T> {
        T ask(Budget turn) throws KafkaFailure;
    }

    /**
     * Asks what any broker can answer. The client sends it to one of its choice and waits for as long as the call may
     * take; a broker that hangs would take all of it. So the first gets a third of the time: when that is over the client
     * drops the connection, and the second time it asks another.
     *
     * @throws KafkaFailure with what went wrong the second time
     */
    <T> T inTurns(Turn<T> question) throws KafkaFailure {
        long now = System.nanoTime();
        try {
            return question.ask(new Budget(now + (endNanos - now) / FIRST_TURN));
        } catch (KafkaFailure e) {
            if (!e.timedOut()) {
                throw e;
            }
            return question.ask(this);
        }
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
