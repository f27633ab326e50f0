package io.kash.surgery.connection;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.operation.Engine;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Effect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hands every effect to the engine it belongs to. */
final class EngineHands implements Hands {
    private final Map<Class<? extends Effect>, Hands> byEffect = new HashMap<>();

    EngineHands(List<Engine> engines) {
        for (Engine engine : engines) {
            engine.hands().forEach((effect, hands) -> {
                if (byEffect.put(effect, hands) != null) {
                    throw new IllegalArgumentException("two engines carry out " + effect.getSimpleName());
                }
            });
        }
    }

    /** @throws IllegalArgumentException for an effect none of the engines knows; nothing was sent then */
    @Override
    public Reply apply(Effect effect, Fence fence) {
        Hands hands = byEffect.get(effect.getClass());
        if (hands == null) {
            throw new IllegalArgumentException("no engine of this environment carries out " + effect.kind());
        }
        return hands.apply(effect, fence);
    }
}
