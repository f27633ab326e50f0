package io.kash.surgery.problem;

import java.util.Objects;

/**
 * One thing that went wrong.
 *
 * @param kind what sort of failure it is; decides the exit code
 * @param what what failed, in one sentence without its end mark
 * @param where the file and line, the environment, the broker: where to look
 * @param why the reason as observed; text from a server is kept as it came and escaped only where it is shown
 * @param next the next command or edit, or an empty string where there is none
 */
public record Problem(Kind kind, String what, String where, String why, String next) {

    /** The sorts of failure an operator or a script tells apart. */
    public enum Kind {
        /** The words typed or the files read cannot be understood. */
        USAGE,
        /** The work was tried and failed. */
        FAILED,
        /** A check found that going on would do harm. */
        REFUSED,
        /** What was planned on has moved since. */
        STALE,
        /** Something did not answer in time. */
        TIMED_OUT,
        /** The engine or the environment does not let this operator do it. */
        NOT_AUTHORISED
    }

    public Problem {
        Objects.requireNonNull(kind);
        if (what.isBlank()) {
            throw new IllegalArgumentException("a problem says what failed");
        }
    }

    public static Problem usage(String what, String where, String why, String next) {
        return new Problem(Kind.USAGE, what, where, why, next);
    }

    public static Problem failed(String what, String where, String why, String next) {
        return new Problem(Kind.FAILED, what, where, why, next);
    }

    /** This problem as an exception, for the places where no value can be returned. */
    public ProblemException asException() {
        return new ProblemException(this);
    }

    public ProblemException asException(Throwable cause) {
        return new ProblemException(this, cause);
    }
}
