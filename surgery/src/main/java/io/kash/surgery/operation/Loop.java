package io.kash.surgery.operation;

import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;

/** What the parts of a run need of the run. */
interface Loop {
    /** Reads what operators want, and journals what is new of it. */
    Control heed();

    /** Looks, and again for a while where no answer comes. */
    Snapshot look(Scope scope);

    void pause();

    /** Throws where the operator wants to be out at once. */
    void leaveIfAsked();

    /** To be thrown: out of the run at once, with everything as it stands. */
    RuntimeException leaving(String why);

    void write(Event event);

    /** Nothing more is begun, for that reason. */
    void halt(String why);

    boolean halting();

    /** For those who watch: nothing is begun now, for that reason. */
    void waits(String why);
}
