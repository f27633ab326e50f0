package io.kash.surgery.operation;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.coordination.FencedException;
import io.kash.surgery.plan.Effect;

/** The only port that changes anything. */
public interface Hands {
    /**
     * Checks the fence and, while it holds, sends the effect. An exception of the engine becomes a reply; only a broken
     * fence is thrown, and then nothing was sent.
     *
     * @throws FencedException when this shell no longer holds the operation
     */
    Reply apply(Effect effect, Fence fence);
}
