package io.kash.surgery.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.fake.CrashingStore;
import io.kash.surgery.fake.FakeStore;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.SimulatedCrash;
import io.kash.surgery.fake.SimulatedEnsemble;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.operation.Hands;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.Reply;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Request;
import io.kash.surgery.zookeeper.Member;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The shell dies at every point at which a join or a removal writes or acts, and another goes on. */
class MembershipCrashTest {
    @Test
    void a_join_of_two_is_completed_wherever_its_shell_dies() {
        int point = 1;
        while (dieAt(
                point,
                () -> SimulatedEnsemble.of(3).withGuest(4).withGuest(5),
                Requests.join(4, 5),
                List.of(1, 2, 3, 4, 5))) {
            point++;
        }
        assertThat(point).as("points tried").isGreaterThan(40);
    }

    @Test
    void a_removal_of_two_and_the_leader_is_completed_wherever_its_shell_dies() {
        List<String> known = List.of(SimulatedEnsemble.client(4));
        int point = 1;
        while (dieAt(point, () -> SimulatedEnsemble.of(6), Requests.retire(3, known, 1, 2, 6), List.of(3, 4, 5))) {
            point++;
        }
        assertThat(point).as("points tried").isGreaterThan(40);
    }

    @Test
    void a_removal_that_stops_what_left_is_completed_wherever_its_shell_dies() {
        RetireRequest request = Requests.stopping(Requests.retire(3, List.of(SimulatedEnsemble.client(3)), 1, 5));
        int point = 1;
        while (dieAt(point, () -> SimulatedEnsemble.of(5), request, List.of(2, 3, 4))) {
            point++;
        }
        assertThat(point).as("points tried").isGreaterThan(40);
    }

    /** False when the operation ended before the point was reached. */
    private static boolean dieAt(
            int point, Supplier<SimulatedEnsemble> makes, Request request, List<Integer> idsAfter) {
        SimulatedEnsemble ensemble = makes.get();
        SimulatedCluster cluster = new SimulatedCluster().withBroker(11, "a").withEnsemble(ensemble);
        Store store = new FakeStore();
        CrashingStore crashing = new CrashingStore(store, point);
        Hands hands = (effect, fence) -> apply(cluster, crashing, effect, fence);
        boolean died = false;
        try {
            new Surgeon(crashing, cluster, hands, cluster.clock(), pause -> {}).perform(request, () -> Control.RUN);
        } catch (SimulatedCrash crash) {
            died = true;
        }
        if (died) {
            Surgeon another = new Surgeon(store, cluster, cluster, cluster.clock(), pause -> {});
            List<Operation> left = another.operations().list();
            Ending ending = left.isEmpty()
                    ? another.perform(request, () -> Control.RUN)
                    : another.resume(left.get(0).id());
            if (ending instanceof Ending.Stopped) {
                // A program that may have been run and was not is waited for in vain, and an operator sends it on.
                ending = another.resume(left.get(0).id());
            }
            assertThat(ending).as("point " + point).isInstanceOf(Ending.Finished.class);
        }
        assertThat(ensemble.members())
                .as("point " + point)
                .allMatch(Member::votes)
                .extracting(Member::id)
                .containsExactlyElementsOf(idsAfter);
        assertThat(ensemble.effects()).as("point " + point).doesNotHaveDuplicates();
        return died;
    }

    private static Reply apply(SimulatedCluster cluster, CrashingStore crashing, Effect effect, Fence fence) {
        crashing.point();
        Reply reply = cluster.apply(effect, fence);
        crashing.point();
        return reply;
    }
}
