package io.kash.surgery.operation;

import static io.kash.surgery.fake.SimulatedCluster.brokers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.local.LocalFiles;
import io.kash.surgery.fake.CrashingStore;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.SimulatedCrash;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.plan.Effect;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell dies at every point at which it writes or acts, and another goes on. */
class CrashTest {
    private static final MoveRequest TO_NEW = Surgeon.move(brokers(1, 2, 3), brokers(11, 12, 13));

    @TempDir
    Path directory;

    @Test
    void afterADeathAtAnyWriteOrEffectResumingCompletesAndNothingIsSubmittedTwice() {
        int point = 1;
        while (dieAt(point)) {
            point++;
        }
        assertThat(point).as("points tried").isGreaterThan(50);
    }

    /** False when the operation ended before the point was reached. */
    private boolean dieAt(int point) {
        SimulatedCluster cluster = cluster();
        Throttles before = cluster.throttles();
        Store store = new LocalFiles(directory.resolve("store-" + point));
        CrashingStore crashing = new CrashingStore(store, point);
        Hands hands = (effect, fence) -> apply(cluster, crashing, effect, fence);
        boolean died = false;
        try {
            new Surgeon(crashing, cluster, hands).perform(TO_NEW, () -> Control.RUN);
        } catch (SimulatedCrash crash) {
            died = true;
        }
        if (died) {
            Surgeon another = new Surgeon(store, cluster, cluster);
            List<Operation> left = another.operations().list();
            if (left.isEmpty()) {
                // It died before its journal began: nothing was done, and the command is typed again.
                assertThat(cluster.effects()).isEmpty();
                another.perform(TO_NEW, () -> Control.RUN);
            } else {
                assertThat(another.resume(left.get(0).id()))
                        .as("point " + point)
                        .isInstanceOf(Ending.Finished.class);
            }
        }
        assertThat(cluster.cluster().partitions()).as("point " + point).allSatisfy(partition -> assertThat(
                        partition.replicas())
                .doesNotContainAnyElementsOf(brokers(1, 2, 3)));
        assertThat(cluster.throttles()).as("point " + point).isEqualTo(before);
        assertThat(submitted(cluster)).as("point " + point).doesNotHaveDuplicates();
        return died;
    }

    /** An effect has two points: before it is sent, and after it was taken but not yet answered. */
    private static Reply apply(SimulatedCluster cluster, CrashingStore crashing, Effect effect, Fence fence) {
        crashing.point();
        Reply reply = cluster.apply(effect, fence);
        crashing.point();
        return reply;
    }

    private static SimulatedCluster cluster() {
        SimulatedCluster cluster = new SimulatedCluster();
        for (int zone = 1; zone <= 3; zone++) {
            String rack = String.valueOf((char) ('a' + zone - 1));
            cluster.withBroker(zone, rack).withBroker(10 + zone, rack);
        }
        return cluster.withTopic("orders", 4, 3_000_000, 1, 2, 3)
                .set(2, Throttles.LEADER_RATE, "50000000")
                .set("orders", Throttles.LEADER_REPLICAS, "0:1");
    }

    private static List<TopicPartition> submitted(SimulatedCluster cluster) {
        return cluster.effects().stream()
                .filter(AlterReassignments.class::isInstance)
                .flatMap(effect -> ((AlterReassignments) effect).targets().keySet().stream())
                .toList();
    }
}
