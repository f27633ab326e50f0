package io.kash.surgery.coordination;

import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;

/**
 * The store cannot be reached, or does not let us in: what stands in it is not known. Whoever was about to send an effect
 * waits; a write that was under way may have happened or not.
 */
public final class StoreUnavailable extends ProblemException {
    private static final long serialVersionUID = 1L;

    private StoreUnavailable(Problem problem, Throwable cause) {
        super(problem, cause);
    }

    /**
     * No answer in time.
     *
     * @param place as {@link Store#place}
     * @param where the addresses that were tried, without any secret
     * @param why the reason in plain words
     */
    public static StoreUnavailable silent(String place, String where, String why, Throwable cause) {
        return new StoreUnavailable(
                new Problem(
                        Problem.Kind.TIMED_OUT,
                        place + ", which keeps the operations of this environment, cannot be reached",
                        where,
                        why,
                        "see that it runs and can be reached from here, and try again"),
                cause);
    }

    /** It answers, and refuses us. */
    public static StoreUnavailable denied(String place, String where, String why, Throwable cause) {
        return new StoreUnavailable(
                new Problem(
                        Problem.Kind.NOT_AUTHORISED,
                        place + ", which keeps the operations of this environment, does not let us in",
                        where,
                        why,
                        "give this operator the right to read and write there"),
                cause);
    }
}
