package io.kash.surgery.connection;

import io.kash.surgery.operation.Engine;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.PartReader;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Look;
import io.kash.surgery.plan.Part;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An engine with one reader, and hands for some effects. */
final class FakeEngine implements Engine {
    private final List<PartReader<?>> readers;
    private final Map<Class<? extends Effect>, Hands> hands;
    private int closed;

    private FakeEngine(List<PartReader<?>> readers, Map<Class<? extends Effect>, Hands> hands) {
        this.readers = readers;
        this.hands = hands;
    }

    static <L extends Look> FakeEngine reading(Class<L> look, Function<L, Part> reading) {
        PartReader<L> reader = new PartReader<>() {
            @Override
            public Class<L> answers() {
                return look;
            }

            @Override
            public Part read(L asked) {
                return reading.apply(asked);
            }
        };
        return new FakeEngine(List.of(reader), Map.of());
    }

    static FakeEngine changing(Class<? extends Effect> effect, Hands hands) {
        return new FakeEngine(List.of(), Map.of(effect, hands));
    }

    int timesClosed() {
        return closed;
    }

    @Override
    public List<PartReader<?>> readers() {
        return readers;
    }

    @Override
    public Map<Class<? extends Effect>, Hands> hands() {
        return hands;
    }

    @Override
    public void close() {
        closed++;
    }
}
