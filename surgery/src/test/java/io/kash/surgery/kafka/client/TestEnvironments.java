package io.kash.surgery.kafka.client;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.Limits;
import io.kash.surgery.environment.Protection;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Environments that have Kafka and nothing else. */
final class TestEnvironments {
    private TestEnvironments() {}

    static Environment of(String bootstrap, Optional<Path> client) {
        return new Environment(
                "lab",
                Protection.NONE,
                new Environment.Kafka(bootstrap, client.map(Path::toString), Optional.empty()),
                Optional.empty(),
                Map.of(),
                Limits.DEFAULT);
    }
}
