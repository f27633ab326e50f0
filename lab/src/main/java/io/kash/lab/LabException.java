package io.kash.lab;

import org.jspecify.annotations.Nullable;

/** The lab could not do what it was asked to. The message says what, where and why, and what to do next. */
public final class LabException extends RuntimeException {
    /**
     * @param what what failed
     * @param why the reason, as far as it is known
     * @param next what to do about it
     */
    public LabException(String what, String why, String next) {
        this(what, why, next, null);
    }

    /**
     * @param what what failed
     * @param why the reason, as far as it is known
     * @param next what to do about it
     * @param cause what was caught, if anything was
     */
    public LabException(String what, String why, String next, @Nullable Throwable cause) {
        super(what + System.lineSeparator() + "  why:  " + why + System.lineSeparator() + "  next: " + next, cause);
    }
}
