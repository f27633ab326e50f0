package io.kash.surgery.coordination.local;

import io.kash.surgery.coordination.Store;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks at files again and again: that also sees a session end, at which no file changes. */
final class LocalWatch implements Store.Watch {
    private static final long EVERY_MILLIS = 250;

    private final Supplier<Map<Path, Long>> look;
    private final Runnable changed;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "kash-store-watch");
        thread.setDaemon(true);
        return thread;
    });
    private Map<Path, Long> seen;

    LocalWatch(Supplier<Map<Path, Long>> look, Runnable changed) {
        this.look = look;
        this.changed = changed;
        this.seen = look.get();
        var unused = executor.scheduleWithFixedDelay(this::compare, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void compare() {
        try {
            Map<Path, Long> now = look.get();
            if (!now.equals(seen)) {
                seen = now;
                changed.run();
            }
        } catch (UncheckedIOException e) {
            // A file went away under the look: the next one sees what is left.
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
