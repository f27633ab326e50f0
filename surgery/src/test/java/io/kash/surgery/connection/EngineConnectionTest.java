package io.kash.surgery.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kash.surgery.environment.Environment;
import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.kafka.ElectPreferred;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.ThrottlesLook;
import io.kash.surgery.operation.Engine;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Part;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import io.kash.surgery.zookeeper.Ensemble;
import io.kash.surgery.zookeeper.EnsembleLook;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineConnectionTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Environment ENVIRONMENT = RealCluster.environment("127.0.0.1:9092", Optional.empty(), "");
    private static final Scope BOTH = Scope.of(new ThrottlesLook(Selection.all()), new EnsembleLook());

    private final ExecutorService executor = Workers.of("test");

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void aSnapshotHasThePartsAskedForAndTheTimeItWasBegun() {
        EngineConnection connection = connection(
                FakeEngine.reading(ThrottlesLook.class, look -> Throttles.NONE),
                FakeEngine.reading(EnsembleLook.class, look -> new Ensemble(List.of())));

        Snapshot snapshot = connection.observer().read(BOTH);

        assertThat(snapshot.observedAt()).isEqualTo(NOON);
        assertThat(snapshot.parts()).containsExactly(Throttles.NONE, new Ensemble(List.of()));
    }

    @Test
    void enginesAreReadAtTheSameTime() {
        CyclicBarrier together = new CyclicBarrier(2);
        EngineConnection connection = connection(
                FakeEngine.reading(ThrottlesLook.class, look -> after(together, Throttles.NONE)),
                FakeEngine.reading(EnsembleLook.class, look -> after(together, new Ensemble(List.of()))));

        assertThat(connection.observer().read(BOTH).parts()).hasSize(2);
    }

    @Test
    void oneFailureFailsTheWholeLook() {
        EngineConnection connection = connection(
                FakeEngine.reading(ThrottlesLook.class, look -> {
                    throw Problem.failed("cannot read the throttles", "lab", "no", "")
                            .asException();
                }),
                FakeEngine.reading(EnsembleLook.class, look -> new Ensemble(List.of())));

        assertThatThrownBy(() -> connection.observer().read(BOTH)).hasMessage("cannot read the throttles: no");
    }

    @Test
    void anEngineTheEnvironmentDoesNotHaveIsSaidToBeMissingWithWhatToAdd() {
        EngineConnection connection = connection(FakeEngine.reading(ThrottlesLook.class, look -> Throttles.NONE));

        Problem problem = catchThrowableOfType(
                        ProblemException.class, () -> connection.observer().read(BOTH))
                .problem();

        assertThat(problem.kind()).isEqualTo(Problem.Kind.USAGE);
        assertThat(problem.what()).isEqualTo("'lab' has no ZooKeeper");
        assertThat(problem.next()).contains("zookeeper: {connect:");
    }

    @Test
    void anEffectGoesToTheEngineItBelongsTo() {
        EngineConnection connection = connection(
                FakeEngine.changing(ElectPreferred.class, (effect, fence) -> new Reply.Unknown("election")),
                FakeEngine.changing(AlterConfigs.class, (effect, fence) -> new Reply.Unknown("configs")));

        assertThat(connection.hands().apply(new AlterConfigs(List.of()), new OpenFence()))
                .isEqualTo(new Reply.Unknown("configs"));
    }

    @Test
    void anEffectThatNoEngineKnowsIsAnErrorOfTheCaller() {
        EngineConnection connection = connection();

        assertThatThrownBy(() -> connection.hands().apply(new ElectPreferred(new TreeSet<>()), new OpenFence()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no engine of this environment carries out kafka.elect-preferred/1");
    }

    @Test
    void enginesAreClosedOnce() {
        FakeEngine engine = FakeEngine.reading(EnsembleLook.class, look -> new Ensemble(List.of()));
        EngineConnection connection = connection(engine);

        connection.close();
        connection.close();

        assertThat(engine.timesClosed()).isEqualTo(1);
    }

    private EngineConnection connection(Engine... engines) {
        return new EngineConnection(
                ENVIRONMENT,
                List.of(engines),
                environment -> {
                    throw new UnsupportedOperationException("no store here");
                },
                Clock.fixed(NOON, ZoneOffset.UTC),
                executor);
    }

    private static Part after(CyclicBarrier barrier, Part part) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
            return part;
        } catch (Exception e) {
            throw new AssertionError("the other engine was not read at the same time", e);
        }
    }
}
