package io.kash.surgery.connection;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that look at engines. They do not keep the process alive. */
final class Workers {
    /** Far above what the looks of one environment need: a look uses one thread, and one per address it tries. */
    private static final int MOST = 256;

    private static final long IDLE_SECONDS = 10;

    private Workers() {}

    static ExecutorService of(String environment) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(0, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "kash-" + environment + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
