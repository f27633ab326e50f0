package io.kash.surgery.placement;

import static io.kash.surgery.fake.SimulatedCluster.broker;
import static io.kash.surgery.fake.SimulatedCluster.brokers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.TopicPartition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LivePlacementTest {
    private final LivePlacement placement = new LivePlacement();

    private static SimulatedCluster sixBrokersInThreeRacks() {
        return new SimulatedCluster()
                .withBroker(1, "a")
                .withBroker(2, "b")
                .withBroker(3, "c")
                .withBroker(11, "a")
                .withBroker(12, "b")
                .withBroker(13, "c");
    }

    private Placement.Answer place(SimulatedCluster cluster, List<BrokerId> from, List<BrokerId> to) {
        return placement.place(
                cluster.cluster(),
                cluster.disks(),
                new Placement.Wish(Set.copyOf(from), Set.copyOf(to), topic -> true, false));
    }

    @Test
    void everyReplicaStaysInItsRackAndKeepsItsPlaceInTheOrder() {
        SimulatedCluster cluster = sixBrokersInThreeRacks().withTopic("orders", 3, 10, 1, 2, 3);

        Placement.Answer answer = place(cluster, brokers(1, 2, 3), brokers(11, 12, 13));

        assertThat(answer.targets())
                .containsEntry(new TopicPartition("orders", 0), brokers(11, 12, 13))
                .containsEntry(new TopicPartition("orders", 1), brokers(12, 13, 11))
                .containsEntry(new TopicPartition("orders", 2), brokers(13, 11, 12));
        assertThat(answer.impossible()).isEmpty();
    }

    @Test
    void onlyReplicasOnTheBrokersThatGiveAreMoved() {
        SimulatedCluster cluster = sixBrokersInThreeRacks().withTopic("orders", 6, 10, 1, 2, 3);

        Placement.Answer answer = place(cluster, brokers(2), brokers(1, 3, 11, 12, 13));

        assertThat(answer.targets()).hasSize(6).allSatisfy((partition, target) -> {
            assertThat(target).doesNotContain(broker(2)).contains(broker(1), broker(3));
            assertThat(target).hasSize(3).doesNotHaveDuplicates();
        });
    }

    @Test
    void replicasAreSpreadEvenlyByCount() {
        SimulatedCluster cluster = new SimulatedCluster();
        for (int id = 1; id <= 3; id++) {
            cluster.withBroker(id, "abc".substring(id - 1, id));
        }
        for (int id = 11; id <= 16; id++) {
            cluster.withBroker(id, "abcabc".substring(id - 11, id - 10));
        }
        cluster.withTopic("orders", 20, 10, 1, 2, 3);

        Placement.Answer answer = place(cluster, brokers(1, 2, 3), brokers(11, 12, 13, 14, 15, 16));

        Map<BrokerId, Integer> count = new HashMap<>();
        answer.targets().values().forEach(target -> target.forEach(replica -> count.merge(replica, 1, Integer::sum)));
        assertThat(count.values()).allMatch(replicas -> replicas == 10);
    }

    @Test
    void aRackIsSharedOnlyWhenNoOtherIsLeft() {
        SimulatedCluster cluster = new SimulatedCluster()
                .withBroker(1, "a")
                .withBroker(2, "b")
                .withBroker(3, "c")
                .withBroker(4, "b")
                .withTopic("orders", 1, 10, 1, 2, 3);

        Placement.Answer answer = place(cluster, brokers(1), brokers(2, 3, 4));

        assertThat(answer.targets()).containsEntry(new TopicPartition("orders", 0), brokers(4, 2, 3));
    }

    @Test
    void aPartitionWithMoreReplicasThanBrokersIsNamedAsImpossible() {
        SimulatedCluster cluster = new SimulatedCluster()
                .withBroker(1, "a")
                .withBroker(2, "b")
                .withBroker(3, "c")
                .withTopic("orders", 1, 10, 1, 2, 3);

        Placement.Answer answer = place(cluster, brokers(1), brokers(2, 3));

        assertThat(answer.targets()).isEmpty();
        assertThat(answer.impossible()).containsOnlyKeys(new TopicPartition("orders", 0));
    }

    @Test
    void theSameInputGivesTheSameAnswer() {
        SimulatedCluster cluster = sixBrokersInThreeRacks().withTopic("orders", 50, 10, 3, 1, 2);

        Placement.Answer first = place(cluster, brokers(1), brokers(11, 12));
        Placement.Answer second = place(cluster, brokers(1), brokers(12, 11));

        assertThat(first).isEqualTo(second);
    }
}
