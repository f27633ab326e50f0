package io.kash.surgery.plan;

/**
 * What a check saw.
 *
 * @param what the fact observed, with its numbers
 * @param limit the rule it touches
 * @param lift the command or change that lifts it, or why nothing does
 */
public record Finding(Severity severity, String what, String limit, String lift) {

    /** How bad it is. */
    public enum Severity {
        /** Worth knowing; stops nothing. */
        NOTE,
        /** Something is less safe than it should be; a plan goes on and says so. */
        WARNING,
        /** A plan that meets it is refused. */
        REFUSAL
    }

    public static Finding refusal(String what, String limit, String lift) {
        return new Finding(Severity.REFUSAL, what, limit, lift);
    }

    public static Finding note(String what, String limit, String lift) {
        return new Finding(Severity.NOTE, what, limit, lift);
    }

    public static Finding warning(String what, String limit, String lift) {
        return new Finding(Severity.WARNING, what, limit, lift);
    }
}
