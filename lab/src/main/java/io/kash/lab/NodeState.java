package io.kash.lab;

/**
 * How a server stands.
 *
 * @param node which one
 * @param life whether its process runs
 * @param pid its process id, or that of its last process
 */
public record NodeState(Node node, Life life, long pid) {
    /** Whether a server's process runs. */
    public enum Life {
        RUNNING,
        /** Stopped in the middle of what it did (SIGSTOP); its connections stay open and nobody answers. */
        PAUSED,
        ENDED
    }
}
