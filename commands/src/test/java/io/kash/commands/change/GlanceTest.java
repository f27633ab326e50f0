package io.kash.commands.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.commands.fake.FakeSession;
import io.kash.commands.fake.Workplace;
import io.kash.commands.verb.Outcome;
import io.kash.surgery.environment.Environment;
import io.kash.surgery.environment.Protection;
import io.kash.surgery.fake.FakeConnection;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.plan.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlanceTest {
    private final SimulatedCluster cluster = Workplace.oldAndNew();
    private final List<Scope> asked = new ArrayList<>();
    private final Workplace lab = watched();

    private Workplace watched() {
        Environment environment = Workplace.environment(Protection.CONFIRM);
        FakeConnection connection = new FakeConnection(
                environment,
                scope -> {
                    asked.add(scope);
                    return cluster.read(scope);
                },
                cluster);
        return new Workplace(
                cluster,
                FakeSession.on(connection),
                Workplace.in(environment, cluster).room());
    }

    @ParameterizedTest
    @ValueSource(strings = {"drain 1", "topics move --to-new", "topics move --from 1 --to 11", "topics rebalance"})
    void a_preview_reads_the_cluster_once(String command) {
        assertThat(lab.run(command + " --dry-run")).isEqualTo(Outcome.CHANGES_PENDING);

        assertThat(asked).containsExactly(MoveRequest.SCOPE);
    }

    @Test
    void what_was_read_for_the_words_is_no_answer_to_another_question() {
        assertThat(lab.run("leaders elect --dry-run")).isEqualTo(Outcome.DONE);

        assertThat(asked).isNotEmpty().doesNotContain(MoveRequest.SCOPE);
    }

    @Test
    void after_consent_it_is_read_anew() {
        assertThat(lab.answering("yes").run("drain 1")).isEqualTo(Outcome.DONE);

        assertThat(asked.stream().filter(MoveRequest.SCOPE::equals)).hasSizeGreaterThanOrEqualTo(2);
    }
}
