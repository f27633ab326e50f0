package io.kash.surgery.plan;

/** Turns a request into a proposal. Pure: the same request and snapshot give the same plan, byte for byte. */
public interface Planner<R extends Request> {
    Proposal plan(R request, Snapshot before);

    /** How to get back, said before anything is done. */
    Reversal undo(R request, Snapshot before);
}
