package io.kash.commands.verb;

import io.kash.surgery.problem.Problem;
import org.springframework.shell.core.command.ExitStatus;

/** How a command ended. The one table of exit codes: one-shot, batch and interactive scripts all use it. */
public enum Outcome {
    /** Done, or nothing to do. */
    DONE(0),
    /** Tried and failed. */
    FAILED(1),
    /** A dry run that has changes to make. */
    CHANGES_PENDING(2),
    /** The operator did not consent; nothing changed. */
    DECLINED(3),
    /** A check refused; nothing changed. */
    REFUSED(4),
    /** What the plan was made on has moved; nothing changed. */
    STALE(5),
    /** Partly done; an operation is left that can be resumed. */
    PARTLY_DONE(6),
    /** An engine did not answer in time. */
    TIMED_OUT(7),
    /** Not authorised, or an approval is missing. */
    NOT_AUTHORISED(8),
    /** The words typed are wrong; nothing was run. */
    USAGE(64),
    /** Interrupted by the operator. */
    INTERRUPTED(130);

    private final int code;

    Outcome(int code) {
        this.code = code;
    }

    /** The process exit code, 0 to 255. */
    public int code() {
        return code;
    }

    ExitStatus asExitStatus() {
        return new ExitStatus(code, name());
    }

    /** The outcome a problem ends a command with. */
    public static Outcome of(Problem.Kind kind) {
        return switch (kind) {
            case USAGE -> USAGE;
            case FAILED -> FAILED;
            case REFUSED -> REFUSED;
            case STALE -> STALE;
            case TIMED_OUT -> TIMED_OUT;
            case NOT_AUTHORISED -> NOT_AUTHORISED;
        };
    }

    /** The outcome a command's exit status stands for. */
    public static Outcome of(ExitStatus status) {
        for (Outcome outcome : values()) {
            if (outcome.code == status.code()) {
                return outcome;
            }
        }
        return FAILED;
    }
}
