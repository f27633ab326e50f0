package io.kash.completions.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Environment.Fleet;
import io.kash.surgery.fake.Clusters;
import io.kash.surgery.fake.SampleEnvironment;
import io.kash.surgery.fake.SampleEnvironments;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.Ensemble.Server;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MemberSourceTest {
    private final MemberSource source = new MemberSource();

    private static Environment environment() {
        return SampleEnvironment.like(SampleEnvironments.lab())
                .fleets(Map.of(
                        "new", new Fleet(List.of(11)),
                        "zookeeper-old", new Fleet(List.of(1, 2)),
                        "zookeeper-new", new Fleet(List.of(4, 10))))
                .done();
    }

    private static Server server(int id, String mode, String problem) {
        return new Server(
                "10.0." + id + ".5:2181", OptionalInt.of(id), mode, "3.8.6", "", OptionalInt.empty(), problem);
    }

    @Test
    void servers_are_offered_by_id_those_of_the_ensemble_and_those_expected() {
        Snapshot seen = Snapshot.of(Clusters.NOW)
                .with(new Ensemble(List.of(server(1, "leader", ""), server(3, "", "refused the connection"))));

        assertThat(source.values(environment(), seen).orElseThrow())
                .containsExactly(
                        new Value("1", "10.0.1.5:2181, leader"),
                        new Value("2", "zookeeper-old"),
                        new Value("3", "10.0.3.5:2181, no answer"),
                        new Value("4", "zookeeper-new"),
                        new Value("10", "zookeeper-new"));
    }

    @Test
    void nothing_is_known_before_the_ensemble_was_looked_at() {
        assertThat(source.values(environment(), Snapshot.of(Clusters.NOW))).isEmpty();
    }
}
