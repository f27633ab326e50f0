package io.kash.surgery.fake;

/** The end of a simulated process; nothing catches it but the test. */
public final class SimulatedCrash extends Error {
    private static final long serialVersionUID = 1L;

    public SimulatedCrash(int point) {
        super("died at point " + point, null, false, false);
    }
}
