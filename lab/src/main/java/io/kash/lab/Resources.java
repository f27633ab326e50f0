package io.kash.lab;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has to be closed, last come first, when the lab ends: by {@link #close} or by an orderly end of this JVM, whichever
 * is first, also in the middle of starting.
 */
final class Resources implements AutoCloseable {
    /** Something that is closed without a checked exception. */
    interface Resource extends AutoCloseable {
        @Override
        void close();
    }

    private final Deque<Resource> open = new ArrayDeque<>();
    private final Thread hook = new Thread(this::closeAll, "lab-shutdown");
    private boolean closing;

    Resources() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Takes care of it from now on; when the end has begun already, closes it at once and refuses. */
    <R> R add(R resource, Resource closing) {
        synchronized (this) {
            if (!this.closing) {
                open.push(closing);
                return resource;
            }
        }
        closing.close();
        throw new LabException("the lab is being stopped", "this process is ending", "start it again: ./kash lab up");
    }

    @Override
    public void close() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook runs, and finds nothing to do.
        }
    }

    /** Whoever comes second waits until the first has closed everything. */
    private void closeAll() {
        synchronized (this) {
            closing = true;
        }
        synchronized (open) {
            while (!open.isEmpty()) {
                closeQuietly(open.pop());
            }
        }
    }

    /** One that cannot be closed must not keep the others open; what it leaves is the janitor's. */
    private static void closeQuietly(Resource resource) {
        try {
            resource.close();
        } catch (RuntimeException e) {
            System.getLogger(Resources.class.getName()).log(System.Logger.Level.WARNING, "closing the lab", e);
        }
    }
}
