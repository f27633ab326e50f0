package io.kash.surgery.plan;

/** The way back from a request, judged on the snapshot before it. */
public sealed interface Reversal {
    /** Another request, planned and run like any other. */
    record By(Request request) implements Reversal {}

    /** There is no way back. */
    record None(String why) implements Reversal {}
}
