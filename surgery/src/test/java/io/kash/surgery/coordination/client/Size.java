package io.kash.surgery.coordination.client;

/**
 * How much of a proof is run. {@code mvn verify} runs a share of a few seconds each; {@code -Dkash.proof=full} the whole:
 * 200 rounds, 50 holders.
 */
final class Size {
    static final int CONTENDERS = 16;
    private static final boolean FULL = "full".equals(System.getProperty("kash.proof"));

    private Size() {}

    static int rounds() {
        return FULL ? 200 : 8;
    }

    static int holders() {
        return FULL ? 50 : 3;
    }

    static int stoppedProcesses() {
        return FULL ? 12 : 4;
    }
}
