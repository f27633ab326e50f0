package io.kash.surgery.kafka.client;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.coordination.FencedException;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Effect;
import org.apache.kafka.clients.admin.Admin;

/** Sends one type of effect. */
interface Hand<E extends Effect> {
    /**
     * Builds the request, checks the fence, sends, and waits for the answers within the budget.
     *
     * @throws FencedException when the fence is broken, and then nothing was sent
     */
    Reply send(E effect, Admin admin, Fence fence, Budget budget);
}
