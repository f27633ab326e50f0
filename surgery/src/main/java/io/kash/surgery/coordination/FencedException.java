package io.kash.surgery.coordination;

/** The operation lock is lost; nothing more may be sent. */
public final class FencedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FencedException(String why) {
        super(why);
    }
}
