package io.kash.surgery.movement;

import static io.kash.surgery.fake.SimulatedCluster.broker;
import static io.kash.surgery.fake.SimulatedCluster.brokers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldUpTest {
    private static final TopicPartition ORDERS = new TopicPartition("orders", 3);

    private final SimulatedCluster cluster = new SimulatedCluster();
    private final MoveReplicas step =
            new MoveReplicas(List.of(new Move(ORDERS, "id-of-orders", brokers(1, 2, 3), brokers(11, 2, 3), 1_000)), 6);

    @BeforeEach
    void oneReplicaGoesFromBroker1ToBroker11() {
        for (int id : new int[] {1, 2, 3, 11}) {
            cluster.withBroker(id, "");
        }
        cluster.withTopic("orders", 4, 1_000, 1, 2, 3);
        moving(Optional.of(broker(2)), 1, 2, 3);
    }

    private void moving(Optional<BrokerId> leader, int... isr) {
        cluster.put(new Partition(ORDERS, brokers(11, 2, 3, 1), brokers(isr), leader, brokers(11), brokers(1)));
    }

    private Snapshot arrived(long bytes, String error) {
        TreeMap<TopicPartition, Map<BrokerId, Long>> held = new TreeMap<>();
        held.put(ORDERS, Map.of(broker(2), 1_000L, broker(11), bytes));
        TreeMap<BrokerId, List<Disks.LogDir>> dirs = new TreeMap<>();
        dirs.put(broker(11), List.of(new Disks.LogDir("/data", OptionalLong.empty(), OptionalLong.empty(), error)));
        return cluster.snapshot().with(new Disks(dirs, held));
    }

    @Test
    void aCopyThatIsOnlySlowIsNamedWithBothItsBrokersAndWhatHelps() {
        assertThat(step.waitsFor(arrived(120, "")))
                .contains("12 % of orders-3 is on broker 11 from broker 2: raise ops throttle, or look at both brokers'"
                        + " logs");
    }

    @Test
    void oneThatIsAllThereAndNeverInSyncTellsOfAThrottleThatIsTooLow() {
        assertThat(step.waitsFor(arrived(1_000, "")))
                .contains("orders-3 is all on broker 11 and not in sync: more is written than the throttle lets"
                        + " through, raise it with ops throttle");
    }

    @Test
    void anOfflineLogDirectoryIsNamed() {
        assertThat(step.waitsFor(arrived(0, "input/output error")))
                .contains("orders-3 waits for broker 11, whose log directory /data is offline: input/output error");
    }

    @Test
    void aReplicaThatStaysAndIsNotInSyncComesBeforeWhatIsOnlySlow() {
        moving(Optional.of(broker(2)), 1, 2);

        assertThat(step.waitsFor(arrived(120, "")))
                .contains("orders-3 waits for broker 3, which keeps its replica and is not in sync: look at that"
                        + " broker's log");
    }

    @Test
    void aPartitionWithoutALeaderComesFirst() {
        moving(Optional.empty(), 1, 2);

        assertThat(step.waitsFor(arrived(120, ""))).contains("orders-3 has no leader: start brokers 1,2, in sync last");
    }

    @Test
    void whereNothingIsInFlightNobodyIsNamed() {
        cluster.put(Partition.at(ORDERS, brokers(1, 2, 3), brokers(1, 2, 3), Optional.of(broker(1))));

        assertThat(step.waitsFor(arrived(0, ""))).isEmpty();
    }
}
