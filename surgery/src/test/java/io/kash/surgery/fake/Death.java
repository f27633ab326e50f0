package io.kash.surgery.fake;

import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.plan.Request;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A shell that dies at one of the points at which it writes or acts, and another that goes on.
 *
 * @param came false when the operation ended before the point was reached
 * @param survivor the other shell, of the same store and cluster
 * @param left what the survivor finds; empty when the first one died before its journal began
 */
public record Death(boolean came, Surgeon survivor, List<Operation> left, Request request) {
    /** Performs a request in a shell like the survivor's that dies at the n-th point. */
    public static Death at(int point, Surgeon survivor, Request request) {
        boolean came = false;
        try {
            survivor.dyingAt(point).perform(request, () -> Control.RUN);
        } catch (SimulatedCrash crash) {
            came = true;
        }
        return new Death(came, survivor, survivor.operations().list(), request);
    }

    /** How many points there are: the first at which no death came. */
    public static int everywhere(IntPredicate cameAt) {
        int point = 1;
        while (cameAt.test(point)) {
            point++;
        }
        return point;
    }

    public boolean beforeItsJournal() {
        return left.isEmpty();
    }

    /** The survivor resumes what is left; where nothing is, the command is typed again. */
    public Ending goOn() {
        return beforeItsJournal() ? survivor.perform(request, () -> Control.RUN) : again();
    }

    /** The survivor resumes what is left once more. */
    public Ending again() {
        return survivor.resume(left.get(0).id());
    }
}
