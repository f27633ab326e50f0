package io.kash.surgery.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.Death;
import io.kash.surgery.fake.FakeStore;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.SimulatedEnsemble;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.plan.Request;
import io.kash.surgery.zookeeper.Member;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The shell dies at every point at which a join or a removal writes or acts, and another goes on. */
class MembershipCrashTest {
    @Test
    void a_join_of_two_is_completed_wherever_its_shell_dies() {
        assertThat(everywhere(
                        () -> SimulatedEnsemble.of(3).withGuest(4).withGuest(5),
                        Requests.join(4, 5),
                        List.of(1, 2, 3, 4, 5)))
                .as("points tried")
                .isGreaterThan(40);
    }

    @Test
    void a_removal_of_two_and_the_leader_is_completed_wherever_its_shell_dies() {
        List<String> known = List.of(SimulatedEnsemble.client(4));
        assertThat(everywhere(() -> SimulatedEnsemble.of(6), Requests.retire(3, known, 1, 2, 6), List.of(3, 4, 5)))
                .as("points tried")
                .isGreaterThan(40);
    }

    @Test
    void a_removal_that_stops_what_left_is_completed_wherever_its_shell_dies() {
        RetireRequest request = Requests.stopping(Requests.retire(3, List.of(SimulatedEnsemble.client(3)), 1, 5));
        assertThat(everywhere(() -> SimulatedEnsemble.of(5), request, List.of(2, 3, 4)))
                .as("points tried")
                .isGreaterThan(40);
    }

    private static int everywhere(Supplier<SimulatedEnsemble> makes, Request request, List<Integer> idsAfter) {
        return Death.everywhere(point -> dieAt(point, makes, request, idsAfter));
    }

    /** False when the operation ended before the point was reached. */
    private static boolean dieAt(
            int point, Supplier<SimulatedEnsemble> makes, Request request, List<Integer> idsAfter) {
        SimulatedEnsemble ensemble = makes.get();
        SimulatedCluster cluster = new SimulatedCluster().withBroker(11, "a").withEnsemble(ensemble);
        Death death =
                Death.at(point, new Surgeon(new FakeStore(), cluster, cluster, cluster.clock(), pause -> {}), request);
        if (death.came()) {
            Ending ending = death.goOn();
            if (ending instanceof Ending.Stopped) {
                // A program that may have been run and was not is waited for in vain, and an operator sends it on.
                ending = death.again();
            }
            assertThat(ending).as("point " + point).isInstanceOf(Ending.Finished.class);
        }
        assertThat(ensemble.members())
                .as("point " + point)
                .allMatch(Member::votes)
                .extracting(Member::id)
                .containsExactlyElementsOf(idsAfter);
        assertThat(ensemble.effects()).as("point " + point).doesNotHaveDuplicates();
        return death.came();
    }
}
