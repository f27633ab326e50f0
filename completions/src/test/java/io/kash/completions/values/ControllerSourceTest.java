package io.kash.completions.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.SampleEnvironments;
import io.kash.surgery.fake.SimulatedQuorum;
import io.kash.surgery.kafka.MetadataQuorumLook;
import io.kash.surgery.plan.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControllerSourceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T14:02:07Z");

    private final ControllerSource source = new ControllerSource();

    @Test
    void controllers_are_offered_by_id_with_what_they_are_and_brokers_are_not() {
        SimulatedQuorum quorum =
                SimulatedQuorum.of(1).withObserver(104).dead(104).withBroker(201);

        Optional<List<Value>> values = source.values(Snapshot.of(NOW, quorum.quorum(new MetadataQuorumLook(), NOW)));

        assertThat(values.orElseThrow())
                .containsExactly(
                        new Value("101", "leader, 10.0.1.10:9093"),
                        new Value("104", "observer, 10.0.4.10:9093, not in sync"));
    }

    @Test
    void where_there_is_an_ensemble_nobody_is_asked_for_controllers() {
        assertThat(source.in(SampleEnvironments.bare())).isTrue();
        assertThat(source.in(SampleEnvironments.lab())).isFalse();
    }
}
