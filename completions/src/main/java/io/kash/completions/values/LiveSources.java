package io.kash.completions.values;

import io.kash.surgery.environment.Environments;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Every source of live values. A new type of value is added here and nowhere else. */
public final class LiveSources {
    private LiveSources() {}

    /**
     * All of them. What matters most is read first.
     *
     * @param environments the file, read anew
     * @param bytes how a size is written
     */
    public static List<ValueSource> all(Supplier<Environments> environments, LongFunction<String> bytes) {
        return List.of(
                new EnvironmentSource(environments),
                new BrokerSource(),
                new ReassignmentSource(),
                new TopicSource(bytes),
                new GroupSource(),
                new ServerSource(),
                new MemberSource(),
                new ControllerSource());
    }
}
