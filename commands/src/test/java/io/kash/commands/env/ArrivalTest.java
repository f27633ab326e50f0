package io.kash.commands.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kash.commands.fake.FakePrompter;
import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.IdentityPins;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.fake.FakeConnection;
import io.kash.surgery.fake.SampleEnvironment;
import io.kash.surgery.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalTest {
    @TempDir
    Path directory;

    private static Environment environment(Optional<String> clusterId) {
        return SampleEnvironment.of("lab", Protection.CONFIRM, "10.0.0.1:9092")
                .pinned(clusterId)
                .done();
    }

    private static FakeSession in(Environment environment) {
        return FakeSession.on(new FakeConnection(environment, Workplace.oldAndNew()));
    }

    private Outcome greet(FakeSession session) {
        return new Arrival(new IdentityPins(directory)).greet(session, session.connection());
    }

    private Optional<String> pinned(FakeSession session) {
        return new IdentityPins(directory).pinned(session.connection().environment());
    }

    @Test
    void the_cluster_says_who_it_is() {
        FakeSession session = in(environment(Optional.of("cluster-1")));

        assertThat(greet(session)).isEqualTo(Outcome.DONE);

        assertThat(session.recording().notes())
                .isEqualTo("Connected to lab: cluster cluster-1, 6 brokers, controller 1.\n");
    }

    @Test
    void a_cluster_that_was_not_meant_is_refused() {
        FakeSession session = in(environment(Optional.of("another")));

        assertThatThrownBy(() -> greet(session))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("pinned is cluster id another, seen is cluster-1");
    }

    @Test
    void a_pin_is_offered_and_kept_on_yes() {
        FakeSession session = in(environment(Optional.empty())).with(FakePrompter.answering("yes"));

        greet(session);

        assertThat(session.recording().notes()).endsWith("Pinned.\n");
        assertThat(pinned(session)).contains("cluster-1");
    }

    @Test
    void any_other_answer_pins_nothing() {
        FakeSession session = in(environment(Optional.empty())).with(FakePrompter.answering("no"));

        assertThat(greet(session)).isEqualTo(Outcome.DONE);

        assertThat(session.recording().notes()).endsWith("Not pinned.\n");
        assertThat(pinned(session)).isEmpty();
    }

    @Test
    void where_nobody_can_be_asked_it_says_how_to_pin() {
        FakeSession session = in(environment(Optional.empty()));

        greet(session);

        assertThat(session.recording().notes())
                .endsWith("To pin it, add kafka.cluster-id: cluster-1 to the environments file.\n");
        assertThat(pinned(session)).isEmpty();
    }
}
