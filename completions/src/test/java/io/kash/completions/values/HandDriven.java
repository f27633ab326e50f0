package io.kash.completions.values;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** A background that runs when a test says so. */
final class HandDriven implements Background {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void soon(Runnable task) {
        waiting.add(task);
    }

    @Override
    public void every(Duration pause, Runnable task) {
        // Time does not pass here: a test that wants a run asks for one.
    }

    int waiting() {
        return waiting.size();
    }

    void runAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
