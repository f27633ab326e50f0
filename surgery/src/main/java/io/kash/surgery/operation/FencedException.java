package io.kash.surgery.operation;

/** The operation lock is lost; nothing more may be sent. */
public final class FencedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FencedException(String why) {
        super(why);
    }
}
