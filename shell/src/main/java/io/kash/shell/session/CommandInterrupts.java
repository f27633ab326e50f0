package io.kash.shell.session;

import io.kash.commands.session.Interrupts;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts Ctrl-C and hang-up while a line runs. The second one also interrupts the thread that runs it, so that a command
 * that waits for an engine ends; what is left of it is for the command to say. Lines within a line (a script's) share
 * the count of the outer one.
 */
public final class CommandInterrupts implements Interrupts {
    private final IntConsumer told;
    private @Nullable Thread runner;
    private int count;

    /** @param told hears the new count at once, in whatever thread the signal came */
    public CommandInterrupts(IntConsumer told) {
        this.told = told;
    }

    @Override
    public synchronized int count() {
        return count;
    }

    /** Runs a line; afterwards the count is as before, and no interruption is left pending. */
    public <T> T during(Supplier<T> line) {
        synchronized (this) {
            runner = Thread.currentThread();
            count = 0;
        }
        try {
            return line.get();
        } finally {
            synchronized (this) {
                runner = null;
                count = 0;
                // Swallowed on purpose: it was meant for the line that has just ended.
                Thread.interrupted();
            }
        }
    }

    /** The operator asks. Without effect while nothing runs. */
    public void ask() {
        int now;
        synchronized (this) {
            if (runner == null) {
                return;
            }
            count++;
            now = count;
            if (count > 1) {
                runner.interrupt();
            }
        }
        told.accept(now);
    }
}
