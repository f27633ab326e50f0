package io.kash.surgery.kafka.client;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.fake.SampleEnvironment;
import java.nio.file.Path;
import java.util.Optional;

/** Environments that have Kafka and nothing else. */
final class TestEnvironments {
    private TestEnvironments() {}

    static Environment of(String bootstrap, Optional<Path> client) {
        return SampleEnvironment.of("lab", Protection.NONE, bootstrap)
                .client(client.map(Path::toString))
                .done();
    }
}
