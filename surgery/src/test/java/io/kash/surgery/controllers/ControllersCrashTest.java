package io.kash.surgery.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.Death;
import io.kash.surgery.fake.FakeStore;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.SimulatedQuorum;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.kafka.VoterKey;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.plan.Request;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The shell dies at every point at which a join or a removal writes or acts, and another goes on. */
class ControllersCrashTest {
    @Test
    void a_join_of_three_is_completed_wherever_its_shell_dies() {
        assertThat(everywhere(
                        () -> SimulatedQuorum.of(3)
                                .withObserver(104)
                                .withObserver(105)
                                .withObserver(106),
                        Requests.join(104, 105, 106),
                        List.of(101, 102, 103, 104, 105, 106)))
                .as("points tried")
                .isGreaterThan(40);
    }

    @Test
    void a_removal_of_two_and_the_leader_is_completed_wherever_its_shell_dies() {
        assertThat(everywhere(() -> SimulatedQuorum.of(6), Requests.retire(3, 101, 102, 106), List.of(103, 104, 105)))
                .as("points tried")
                .isGreaterThan(40);
    }

    @Test
    void so_they_are_when_no_answer_ever_comes() {
        assertThat(everywhere(
                        () -> SimulatedQuorum.of(3).withObserver(104).losingAnswers(),
                        Requests.join(104),
                        List.of(101, 102, 103, 104)))
                .as("points tried")
                .isGreaterThan(15);
    }

    private static int everywhere(Supplier<SimulatedQuorum> makes, Request request, List<Integer> idsAfter) {
        return Death.everywhere(point -> dieAt(point, makes, request, idsAfter));
    }

    /** False when the operation ended before the point was reached. */
    private static boolean dieAt(int point, Supplier<SimulatedQuorum> makes, Request request, List<Integer> idsAfter) {
        SimulatedQuorum quorum = makes.get();
        SimulatedCluster cluster = new SimulatedCluster().withBroker(11, "a").withQuorum(quorum);
        Death death = Death.at(point, new Surgeon(new FakeStore(), cluster, cluster), request);
        if (death.came()) {
            assertThat(death.goOn()).as("point " + point).isInstanceOf(Ending.Finished.class);
        }
        assertThat(quorum.voters())
                .as("point " + point)
                .extracting(VoterKey::id)
                .containsExactlyElementsOf(idsAfter);
        assertThat(quorum.effects()).as("point " + point).doesNotHaveDuplicates();
        return death.came();
    }
}
