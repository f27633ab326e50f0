package io.kash.lab.cluster;

import io.kash.lab.LabException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An answer of the cluster, waited for with a limit. */
public final class Answer {
    private static final long LIMIT_SECONDS = 60;

    private Answer() {}

    /** @param what the question, as the end of "cannot …" */
    public static <T> T of(Future<T> future, String what) {
        try {
            return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw failed(what, String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            throw failed(what, "no answer within " + LIMIT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(what, "interrupted", e);
        }
    }

    private static LabException failed(String what, String why, Exception cause) {
        return new LabException("cannot " + what, why, "./kash lab status shows which servers run", cause);
    }
}
