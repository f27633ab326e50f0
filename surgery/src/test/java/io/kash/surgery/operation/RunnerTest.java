package io.kash.surgery.operation;

import static io.kash.surgery.fake.SimulatedCluster.broker;
import static io.kash.surgery.fake.SimulatedCluster.brokers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.coordination.local.LocalFiles;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.movement.MoveRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
    private static final MoveRequest TO_NEW = Surgeon.move(brokers(1, 2, 3), brokers(11, 12, 13));

    @TempDir
    Path directory;

    private final SimulatedCluster cluster = new SimulatedCluster();
    private Surgeon surgeon;

    @BeforeEach
    void aClusterWithThreeOldAndThreeNewBrokers() {
        for (int zone = 1; zone <= 3; zone++) {
            String rack = String.valueOf((char) ('a' + zone - 1));
            cluster.withBroker(zone, rack).withBroker(10 + zone, rack);
        }
        cluster.withTopic("orders", 6, 3_000_000, 1, 2, 3).withTopic("__consumer_offsets", 3, 1_000, 1, 2, 3);
        surgeon = new Surgeon(new LocalFiles(directory), cluster, cluster);
    }

    @Test
    void aMoveEndsVerifiedWithNothingOnTheOldBrokersAndNoThrottleLeft() {
        Ending ending = surgeon.perform(TO_NEW, () -> Control.RUN);

        assertThat(ending).isInstanceOf(Ending.Finished.class);
        assertThat(cluster.cluster().partitions()).allSatisfy(partition -> {
            assertThat(partition.replicas()).doesNotContainAnyElementsOf(brokers(1, 2, 3));
            assertThat(partition.leader()).contains(partition.replicas().get(0));
        });
        assertThat(cluster.throttles().isEmpty()).isTrue();
        assertThat(surgeon.operations().list()).singleElement().satisfies(operation -> assertThat(operation.status())
                .isEqualTo(Operation.Status.FINISHED));
    }

    @Test
    void neverMorePartitionsAreInFlightThanTheWindowHolds() {
        surgeon.perform(TO_NEW, () -> Control.RUN);

        assertThat(cluster.mostInFlight()).isEqualTo(TO_NEW.window());
    }

    @Test
    void throttlesOfOthersAreByteEqualAfterwards() {
        cluster.set(2, Throttles.LEADER_RATE, "50000000")
                .set(9, Throttles.FOLLOWER_RATE, "7")
                .set("orders", Throttles.FOLLOWER_REPLICAS, "0:2, 4:1");
        Throttles before = cluster.throttles();

        surgeon.perform(TO_NEW, () -> Control.RUN);

        assertThat(cluster.throttles()).isEqualTo(before);
    }

    @Test
    void topicsBornDuringTheMoveAreMovedToo() {
        cluster.onTick(tick -> {
            if (tick == 8) {
                cluster.withTopic("late", 2, 500, 3, 2, 1);
            }
        });

        Ending ending = surgeon.perform(TO_NEW, () -> Control.RUN);

        assertThat(ending).isInstanceOf(Ending.Finished.class);
        assertThat(cluster.cluster().topic("late").orElseThrow().partitions())
                .allSatisfy(
                        partition -> assertThat(partition.replicas()).doesNotContainAnyElementsOf(brokers(1, 2, 3)));
    }

    @Test
    void aTopicDeletedDuringTheMoveIsNoObstacle() {
        cluster.onTick(tick -> {
            if (tick == 8) {
                cluster.withoutTopic("orders");
            }
        });

        assertThat(surgeon.perform(TO_NEW, () -> Control.RUN)).isInstanceOf(Ending.Finished.class);
        assertThat(cluster.throttles().isEmpty()).isTrue();
    }

    @Test
    void aReassignmentOfSomebodyElseStopsItAndWhatWasFoundIsRestored() {
        TopicPartition last = new TopicPartition("orders", 5);
        cluster.onTick(tick -> {
            if (tick == 8) {
                cluster.put(new Partition(
                        last, brokers(2, 13, 3), brokers(3, 1, 2), Optional.of(broker(3)), brokers(13), brokers(1)));
            }
        });

        Ending ending = surgeon.perform(TO_NEW, () -> Control.RUN);

        assertThat(ending).isEqualTo(new Ending.Stopped("orders-5 is being moved to 2,13,3, not to 13,11,12"));
        assertThat(cluster.throttles().isEmpty()).isTrue();
        assertThat(cluster.cluster().partitions().filter(Partition::reassigning))
                .singleElement()
                .satisfies(partition -> assertThat(partition.name()).isEqualTo(last));
    }

    @Test
    void aThrottleThatSomebodyTakesAwayStopsIt() {
        cluster.onTick(tick -> {
            if (tick == 10) {
                cluster.unset(2, Throttles.LEADER_RATE);
            }
        });

        Ending ending = surgeon.perform(TO_NEW, () -> Control.RUN);

        assertThat(ending)
                .isEqualTo(new Ending.Stopped("broker/2/leader.replication.throttled.rate is not set, which somebody"
                        + " else has taken away"));
        assertThat(cluster.throttles().isEmpty()).isTrue();
    }

    @Test
    void whatOnlyOneLookShowsIsNotBelieved() {
        cluster.onTick(tick -> {
            if (tick == 10) {
                cluster.unset(2, Throttles.LEADER_RATE);
            } else if (tick == 11) {
                cluster.set(2, Throttles.LEADER_RATE, "10000000");
            }
        });

        assertThat(surgeon.perform(TO_NEW, () -> Control.RUN)).isInstanceOf(Ending.Finished.class);
    }

    @Test
    void askedToStopItLetsWhatIsInFlightArriveAndCanBeResumed() {
        int[] looks = {0};
        Ending stopped = surgeon.perform(TO_NEW, () -> looks[0]++ < 30 ? Control.RUN : Control.STOP);
        assertThat(stopped).isEqualTo(new Ending.Stopped("the operator asked it to stop"));
        assertThat(cluster.cluster().partitions().noneMatch(Partition::reassigning))
                .isTrue();
        assertThat(cluster.throttles().isEmpty()).isTrue();

        OperationId id = surgeon.operations().ids().get(0);
        assertThat(surgeon.resume(id)).isInstanceOf(Ending.Finished.class);
        assertThat(cluster.throttles().isEmpty()).isTrue();
    }

    @Test
    void askedToLeaveItLeavesAtOnceAndSaysWhatItOwes() {
        int[] looks = {0};
        Ending left = surgeon.perform(TO_NEW, () -> looks[0]++ < 30 ? Control.RUN : Control.LEAVE);

        assertThat(left).isEqualTo(new Ending.Left("the operator left"));
        assertThat(surgeon.operations().list().get(0).owes()).isTrue();
    }

    @Test
    void noPartitionIsEverSubmittedTwice() {
        surgeon.perform(TO_NEW, () -> Control.RUN);

        List<TopicPartition> submitted = cluster.effects().stream()
                .filter(AlterReassignments.class::isInstance)
                .flatMap(effect -> ((AlterReassignments) effect).targets().keySet().stream())
                .toList();
        assertThat(submitted).doesNotHaveDuplicates().hasSize(9);
    }
}
