package io.kash.surgery.operation;

import static io.kash.surgery.fake.SimulatedCluster.brokers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.coordination.Store;
import io.kash.surgery.coordination.local.LocalFiles;
import io.kash.surgery.fake.Death;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.movement.MoveRequest;
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
        assertThat(Death.everywhere(this::dieAt)).as("points tried").isGreaterThan(50);
    }

    /** False when the operation ended before the point was reached. */
    private boolean dieAt(int point) {
        SimulatedCluster cluster = cluster();
        Throttles before = cluster.throttles();
        Store store = new LocalFiles(directory.resolve("store-" + point));
        Death death = Death.at(point, new Surgeon(store, cluster, cluster), TO_NEW);
        if (death.came()) {
            if (death.beforeItsJournal()) {
                assertThat(cluster.effects()).as("point " + point).isEmpty();
            }
            assertThat(death.goOn()).as("point " + point).isInstanceOf(Ending.Finished.class);
        }
        assertThat(cluster.cluster().partitions()).as("point " + point).allSatisfy(partition -> assertThat(
                        partition.replicas())
                .doesNotContainAnyElementsOf(brokers(1, 2, 3)));
        assertThat(cluster.throttles()).as("point " + point).isEqualTo(before);
        assertThat(submitted(cluster)).as("point " + point).doesNotHaveDuplicates();
        return death.came();
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
