package io.kash.surgery.fake;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.Fleet;
import io.kash.surgery.environment.Environment.ZooKeeper;
import io.kash.surgery.environment.Environments;
import io.kash.surgery.environment.Protection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Environments as a file would name them. */
public final class SampleEnvironments {
    private SampleEnvironments() {}

    /** With everything that can be said, fleets as in {@link Clusters#oldAndNew()}. */
    public static Environment lab() {
        return SampleEnvironment.of("lab", Protection.CONFIRM, "10.0.0.1:9092")
                .pinned("q3xQkA")
                .zookeeper(new ZooKeeper("10.0.1.5:2181,10.0.2.5:2181,10.0.3.5:2181"))
                .fleets(Map.of(
                        "old", new Fleet(List.of(1, 2, 3)),
                        "new", new Fleet(List.of(11, 12, 13)),
                        "zookeeper-old", new Fleet(List.of(1, 2, 3))))
                .done();
    }

    /** With nothing but what must be said. */
    public static Environment bare() {
        return SampleEnvironment.of("bare", Protection.PAIR, "kafka-1:9092,kafka-2:9092")
                .client(Optional.of("client.properties"))
                .done();
    }

    public static Environments both() {
        return new Environments("environments.yaml", Map.of("lab", lab(), "bare", bare()));
    }
}
