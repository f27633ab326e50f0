package io.kash.lab.cli;

/** What the lab's process ends with. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 64;

    private ExitCode() {}
}
