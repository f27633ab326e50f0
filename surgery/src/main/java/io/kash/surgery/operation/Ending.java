package io.kash.surgery.operation;

import io.kash.surgery.plan.Snapshot;

/** How a run of an operation ended. */
public sealed interface Ending {
    /** Everything was verified in this snapshot. */
    record Finished(Snapshot after) implements Ending {}

    /** Nothing of it is in flight and its holds are restored; it can be resumed. */
    record Stopped(String why) implements Ending {}

    /** What was in flight was taken back or has finished, its holds are restored, and it does not go on. */
    record Cancelled(String why) implements Ending {}

    /** It was left as it stands, at once; it can be resumed. */
    record Left(String why) implements Ending {}
}
