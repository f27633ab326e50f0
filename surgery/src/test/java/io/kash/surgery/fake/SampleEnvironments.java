package io.kash.surgery.fake;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.Fleet;
import io.kash.surgery.environment.Environment.Kafka;
import io.kash.surgery.environment.Environment.Limits;
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
        return new Environment(
                "lab",
                Protection.CONFIRM,
                new Kafka("10.0.0.1:9092", Optional.empty(), Optional.of("q3xQkA")),
                Optional.of(new ZooKeeper("10.0.1.5:2181,10.0.2.5:2181,10.0.3.5:2181")),
                Map.of(
                        "old", new Fleet(List.of(1, 2, 3)),
                        "new", new Fleet(List.of(11, 12, 13)),
                        "zookeeper-old", new Fleet(List.of(1, 2, 3))),
                Limits.DEFAULT);
    }

    /** With nothing but what must be said. */
    public static Environment bare() {
        return new Environment(
                "bare",
                Protection.PAIR,
                new Kafka("kafka-1:9092,kafka-2:9092", Optional.of("client.properties"), Optional.empty()),
                Optional.empty(),
                Map.of(),
                Limits.DEFAULT);
    }

    public static Environments both() {
        return new Environments("environments.yaml", Map.of("lab", lab(), "bare", bare()));
    }
}
