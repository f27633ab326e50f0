package io.kash.surgery.membership;

import static io.kash.surgery.membership.Sweeps.cluster;
import static io.kash.surgery.membership.Sweeps.join;
import static io.kash.surgery.membership.Sweeps.retire;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.Death;
import io.kash.surgery.fake.FakeStore;
import io.kash.surgery.fake.ListedEnsemble;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.TestTime;
import io.kash.surgery.operation.Ending;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The shell dies at every point at which a join or a removal by restarts writes or acts, and another goes on. */
class SweepCrashTest {
    @Test
    void a_join_of_two_is_completed_wherever_its_shell_dies() {
        assertThat(everywhere(() -> ListedEnsemble.of(3).withGuest(4).withGuest(5), join(4, 5), List.of(1, 2, 3, 4, 5)))
                .as("points tried")
                .isGreaterThan(80);
    }

    @Test
    void a_removal_of_two_and_the_leader_is_completed_wherever_its_shell_dies() {
        assertThat(everywhere(() -> ListedEnsemble.of(6), retire(3, 1, 2, 6), List.of(3, 4, 5)))
                .as("points tried")
                .isGreaterThan(80);
    }

    private static int everywhere(Supplier<ListedEnsemble> makes, SweepRequest request, List<Integer> idsAfter) {
        return Death.everywhere(point -> dieAt(point, makes, request, idsAfter));
    }

    /** False when the operation ended before the point was reached. */
    private static boolean dieAt(
            int point, Supplier<ListedEnsemble> makes, SweepRequest request, List<Integer> idsAfter) {
        ListedEnsemble mortal = makes.get();
        SimulatedCluster cluster = cluster(mortal);
        Death death = Death.at(point, Sweeps.surgeon(new FakeStore(), cluster, new TestTime()), request);
        if (death.came()) {
            Ending ending = death.goOn();
            if (ending instanceof Ending.Stopped stopped) {
                // A restart that was written down and perhaps never begun is a person's to repeat.
                assertThat(stopped.why()).as("point " + point).endsWith("its end was not seen within 120 s");
                ending = death.again();
            }
            assertThat(ending).as("point " + point).isInstanceOf(Ending.Finished.class);
        }
        assertThat(mortal.running().keySet()).as("point " + point).containsExactlyElementsOf(idsAfter);
        assertThat(mortal.running().values()).as("point " + point).containsOnly(idsAfter);
        // Server 6 gets this list as a follower, and again to hand over.
        assertThat(mortal.touched())
                .as("point " + point)
                .filteredOn(touch -> !touch.equals("6:3,4,5,6"))
                .doesNotHaveDuplicates();
        assertThat(mortal.dangers()).as("point " + point).isEmpty();
        return death.came();
    }
}
