package io.kash.completions.values;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread that never keeps the shell from ending. */
public final class DaemonThread implements Background, AutoCloseable {
    private final ScheduledThreadPoolExecutor executor;

    public DaemonThread(String name) {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
    }

    /** After it was closed nothing is run any more. */
    @Override
    public void soon(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            // The shell is ending; nobody will look at what the task would have found.
            return;
        }
    }

    @Override
    public void every(Duration pause, Runnable task) {
        var scheduled =
                executor.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        assert scheduled != null;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
