package io.kash.surgery.operation;

import io.kash.surgery.plan.Look;
import io.kash.surgery.plan.Part;

/** Answers one type of look at one engine. An observer is made of them, so that a new engine adds readers. */
public interface PartReader<L extends Look> {
    /** The looks it answers. */
    Class<L> answers();

    /**
     * The part the look asks for, whole.
     *
     * @throws io.kash.surgery.problem.ProblemException when the engine does not answer in time or refuses
     */
    Part read(L look);
}
