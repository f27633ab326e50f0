package io.kash.completions.values;

import java.time.Duration;

/** Runs tasks one after the other, away from whoever types. */
public interface Background {
    void soon(Runnable task);

    /** Runs the task again and again, with this pause between two runs. */
    void every(Duration pause, Runnable task);
}
