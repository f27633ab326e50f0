package io.kash.surgery.operation;

import io.kash.surgery.plan.Effect;
import java.util.List;
import java.util.Map;

/** One engine of an environment: who looks at it, and who changes it. Its clients are opened when first needed. */
public interface Engine extends AutoCloseable {
    /** Those that look at it; each type of look has one reader among all engines. */
    List<PartReader<?>> readers();

    /** Those that change it, by the type of effect; empty for an engine that is only looked at. */
    Map<Class<? extends Effect>, Hands> hands();

    /** Closes its clients within a few seconds, also when the engine no longer answers. */
    @Override
    void close();
}
