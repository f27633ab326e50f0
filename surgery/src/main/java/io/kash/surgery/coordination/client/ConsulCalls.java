package io.kash.surgery.coordination.client;

import io.kash.surgery.coordination.StoreUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.kiwiproject.consul.ConsulException;
import org.kiwiproject.consul.model.ConsulResponse;

/** Makes calls to an agent that end in time: with an answer a leader stands for, or with the reason why there is none. */
final class ConsulCalls {
    /** Long enough for servers to elect a leader, which is when they answer 500. */
    static final Duration AT_MOST = Duration.ofSeconds(6);

    /** What Consul answers to a transaction whose conditions do not hold. */
    private static final int CONFLICT = 409;

    private static final int FORBIDDEN = 403;
    private static final long BETWEEN_TRIES_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final String address;

    ConsulCalls(String address) {
        this.address = address;
    }

    /** Thrown by {@link #once} when the conditions of a transaction do not hold. */
    static final class ConflictException extends Exception {
        private static final long serialVersionUID = 1L;

        ConflictException(Throwable cause) {
            super(cause);
        }
    }

    /** Thrown by {@link #once} when there was no answer: what was asked for may have been done. */
    static final class SilenceException extends Exception {
        private static final long serialVersionUID = 1L;

        SilenceException(String why, Throwable cause) {
            super(why, cause);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    /** Asks until there is an answer. For what may be done twice. */
    <T> T ask(Supplier<T> call) {
        try {
            return persist(call);
        } catch (ConflictException e) {
            throw silent("it answers " + CONFLICT + " to a question", e);
        }
    }

    /** As {@link #ask}, for transactions that may be made twice. */
    <T> T persist(Supplier<T> call) throws ConflictException {
        long endNanos = System.nanoTime() + AT_MOST.toNanos();
        while (true) {
            try {
                return once(call);
            } catch (SilenceException e) {
                if (System.nanoTime() - endNanos > 0 || Thread.currentThread().isInterrupted()) {
                    throw silent(e.why(), e);
                }
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            }
        }
    }

    private <T> T once(Supplier<T> call) throws ConflictException, SilenceException {
        try {
            T answer = call.get();
            if (answer instanceof ConsulResponse<?> response && !response.isKnownLeader()) {
                throw new SilenceException("its servers have no leader", new IOException("no known leader"));
            }
            return answer;
        } catch (ConsulException e) {
            String message = String.valueOf(e.getMessage());
            // A transaction that is not permitted answers 409 and says so in words.
            if (answers(e, FORBIDDEN) || message.toLowerCase(Locale.ROOT).contains("permission denied")) {
                throw StoreUnavailable.denied(ConsulStore.PLACE, address, "it says 'permission denied'", e);
            }
            if (answers(e, CONFLICT)) {
                throw new ConflictException(e);
            }
            throw new SilenceException(e.hasCode() ? "it answers " + e.getCode() : reason(e), e);
        }
    }

    static boolean answers(ConsulException e, int code) {
        return e.hasCode() && e.getCode() == code;
    }

    private static String reason(ConsulException e) {
        Throwable cause = e.getCause();
        return cause == null ? String.valueOf(e.getMessage()) : String.valueOf(cause.getMessage());
    }

    StoreUnavailable silent(String why, Throwable cause) {
        return StoreUnavailable.silent(ConsulStore.PLACE, address, why, cause);
    }
}
