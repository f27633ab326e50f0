package io.kash.surgery.hook.client;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.hook.FeedHook;
import io.kash.surgery.hook.RunHook;
import io.kash.surgery.operation.Engine;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.PartReader;
import io.kash.surgery.plan.Effect;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** The operator's own programs. Nothing stays open. */
public final class HookEngine implements Engine {
    private final Environment.Hooks hooks;
    private final Executor executor;

    /** @param executor for asking about several brokers at once; must not make a task wait for another */
    public HookEngine(Environment.Hooks hooks, Executor executor) {
        this.hooks = hooks;
        this.executor = executor;
    }

    @Override
    public List<PartReader<?>> readers() {
        return hooks.started().isEmpty()
                ? List.of()
                : List.of(
                        new StartedReader(hooks.started(), executor),
                        new ServersStartedReader(hooks.started(), executor));
    }

    @Override
    public Map<Class<? extends Effect>, Hands> hands() {
        HookHands hands = new HookHands();
        return Map.of(RunHook.class, hands, FeedHook.class, hands);
    }

    @Override
    public void close() {}
}
