package io.kash.completions.signature;

/** How many values there may be. */
public enum Arity {
    /** Exactly one. */
    ONE(1, 1),
    /** One or none. */
    OPTIONAL(0, 1),
    /** One or more. */
    MANY(1, Integer.MAX_VALUE),
    /** Any number, none included. */
    ANY(0, Integer.MAX_VALUE),
    /** Any number, each given by repeating the option: a comma belongs to the value. */
    REPEATED(0, Integer.MAX_VALUE);

    private final int least;
    private final int most;

    Arity(int least, int most) {
        this.least = least;
        this.most = most;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }
}
