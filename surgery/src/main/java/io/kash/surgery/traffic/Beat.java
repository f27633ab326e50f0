package io.kash.surgery.traffic;

import io.kash.surgery.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Does one thing again and again in a thread that keeps no process alive. What it throws becomes a note. */
final class Beat {
    private final ScheduledThreadPoolExecutor executor;
    private final Notes notes;
    private final String what;

    /** @param what names the thread, and the trouble in notes */
    Beat(String what, Notes notes) {
        this.what = what;
        this.notes = notes;
        this.executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "kash-" + what);
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Begins at once and then waits as long as asked after each time. */
    void start(Runnable work, Supplier<Duration> between) {
        executor.execute(() -> once(work, between));
    }

    private void once(Runnable work, Supplier<Duration> between) {
        try {
            work.run();
        } catch (ProblemException e) {
            trouble(e.problem().what() + ": " + e.problem().why());
        } catch (RuntimeException e) {
            trouble(e.toString());
        }
        if (!executor.isShutdown()) {
            try {
                var unused = executor.schedule(
                        () -> once(work, between), between.get().toMillis(), TimeUnit.MILLISECONDS);
            } catch (java.util.concurrent.RejectedExecutionException e) {
                // Ended in between.
                return;
            }
        }
    }

    private void trouble(String words) {
        if (!executor.isShutdown()) {
            notes.add(what + ": " + words);
        }
    }

    /** Ends it; back when the last time is over, or has been interrupted after that long. */
    void end(Duration atMost) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
