package io.kash.surgery.movement;

import static io.kash.surgery.fake.SimulatedCluster.broker;
import static io.kash.surgery.fake.SimulatedCluster.brokers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.OpenFence;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.ElectPreferred;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Control;
import io.kash.surgery.plan.Adjustment;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkPaceTest {
    private static final long LARGE = 100_000_000;
    private static final TopicPartition ORDERS = new TopicPartition("orders", 0);

    private final LinkPace pace = new LinkPace();
    private final SimulatedCluster cluster = new SimulatedCluster();

    @BeforeEach
    void threeOldAndThreeNewBrokersAtTenMegabytesASecond() {
        for (int id : new int[] {1, 2, 3, 11, 12, 13}) {
            cluster.withBroker(id, "")
                    .set(id, Throttles.LEADER_RATE, "10000000")
                    .set(id, Throttles.FOLLOWER_RATE, "10000000");
        }
    }

    private static Move move(TopicPartition name, List<BrokerId> from, List<BrokerId> to) {
        return new Move(name, "id-of-" + name.topic(), from, to, LARGE);
    }

    private static AlterReassignments sends(TopicPartition name, List<BrokerId> replicas) {
        return new AlterReassignments(new TreeMap<>(java.util.Map.of(name, Optional.of(replicas))));
    }

    private static ElectPreferred elects(TopicPartition name) {
        return new ElectPreferred(new TreeSet<>(List.of(name)));
    }

    private List<Effect> next(MoveReplicas step) {
        return pace.next(step, cluster.snapshot(), Control.RUN);
    }

    private void carryOut(List<Effect> effects) {
        effects.forEach(effect -> {
            var unused = cluster.apply(effect, new OpenFence());
        });
    }

    /** Three partitions led by broker 1, on 1, 2 and 3. */
    private MoveReplicas threeLedByOne(int window) {
        List<Move> moves = new ArrayList<>();
        for (String topic : List.of("clicks", "orders", "stock")) {
            cluster.withTopic(topic, 1, LARGE, 1, 2, 3);
            moves.add(move(new TopicPartition(topic, 0), brokers(1, 2, 3), brokers(11, 12, 13)));
        }
        return new MoveReplicas(moves, window);
    }

    @Test
    void whereOneBrokerLeadsEverythingOthersInSyncAreToSendToo() {
        MoveReplicas step = threeLedByOne(6);

        carryOut(next(step));

        assertThat(cluster.cluster().partitions().filter(Partition::reassigning))
                .as("the one that broker 1 goes on leading")
                .hasSize(1);
        assertThat(cluster.cluster().partitions().filter(partition -> !partition.reassigning()))
                .extracting(partition -> partition.replicas().get(0))
                .containsExactlyInAnyOrder(broker(2), broker(3));
        assertThat(step.standing(cluster.snapshot())).isEqualTo(Standing.UNDERWAY);

        assertThat(next(step)).singleElement().isInstanceOf(ElectPreferred.class);
        carryOut(next(step));
        carryOut(next(step));

        assertThat(cluster.cluster().partitions()).allMatch(Partition::reassigning);
        assertThat(cluster.cluster().partitions())
                .extracting(partition -> partition.leader().orElseThrow())
                .containsExactlyInAnyOrder(broker(1), broker(2), broker(3));
    }

    @Test
    void endedBeforeTheyAreMovedTheirReplicasAreInTheOldOrderAgain() {
        MoveReplicas step = threeLedByOne(6);
        carryOut(next(step));
        carryOut(pace.withdraw(step, cluster.snapshot()));

        carryOut(pace.tidy(step, cluster.snapshot()));

        assertThat(cluster.cluster().partitions())
                .allSatisfy(partition -> assertThat(partition.replicas()).isEqualTo(brokers(1, 2, 3)));
        assertThat(pace.tidy(step, cluster.snapshot())).isEmpty();
    }

    @Test
    void whereAReplicaStaysItIsPutInFrontOfTheTargetAndLeadsWhileItIsCopied() {
        MoveReplicas step = new MoveReplicas(List.of(move(ORDERS, brokers(1, 2, 3), brokers(11, 2, 3))), 6);
        cluster.withTopic("orders", 1, LARGE, 1, 2, 3);
        cluster.put(new Partition(
                ORDERS, brokers(3, 11, 2, 1), brokers(1, 2, 3), Optional.of(broker(1)), brokers(11), brokers(1)));

        assertThat(step.standing(cluster.snapshot())).isEqualTo(Standing.UNDERWAY);
        assertThat(next(step)).containsExactly(elects(ORDERS));
    }

    @Test
    void arrivedInAnotherOrderItIsNotDoneBeforeTheOrderIsPutRight() {
        MoveReplicas step = new MoveReplicas(List.of(move(ORDERS, brokers(1, 2, 3), brokers(11, 2, 3))), 6);
        cluster.withTopic("orders", 1, LARGE, 3, 11, 2);

        assertThat(step.standing(cluster.snapshot())).isEqualTo(Standing.UNDERWAY);
        assertThat(next(step)).containsExactly(sends(ORDERS, brokers(11, 2, 3)));
        carryOut(next(step));
        assertThat(step.standing(cluster.snapshot())).isEqualTo(Standing.DONE);
    }

    @Test
    void whatOnlyChangesItsOrderIsSentAtOnce() {
        MoveReplicas step = new MoveReplicas(List.of(move(ORDERS, brokers(1, 2, 3), brokers(2, 1, 3))), 1);
        cluster.withTopic("orders", 1, LARGE, 1, 2, 3);

        assertThat(next(step)).containsExactly(sends(ORDERS, brokers(2, 1, 3)));
    }

    @Test
    void aLeaderOutOfReachIsNotReplacedByOneThatIsNotInSync() {
        MoveReplicas step = threeLedByOne(6);
        for (String topic : List.of("clicks", "orders", "stock")) {
            cluster.put(Partition.at(
                    new TopicPartition(topic, 0), brokers(1, 2, 3), brokers(1, 2), Optional.of(broker(1))));
        }

        carryOut(next(step));

        assertThat(cluster.cluster().partitions())
                .allSatisfy(partition -> assertThat(partition.leader()).contains(broker(1)));
        assertThat(cluster.effects()).noneMatch(ElectPreferred.class::isInstance);
    }

    @Test
    void noBrokerReceivesMoreAtOnceThanTheWindowAndANarrowerOneHoldsAtOnce() {
        MoveReplicas step = threeLedByOne(6);
        Control narrow = Control.RUN.with(Adjustment.NONE.withWindow(1), "ada");

        List<Effect> effects = pace.next(step, cluster.snapshot(), narrow);
        carryOut(effects);

        assertThat(cluster.cluster().partitions().filter(Partition::reassigning))
                .hasSize(1);
        for (int look = 0; look < 3; look++) {
            carryOut(pace.next(step, cluster.snapshot(), narrow));
            assertThat(cluster.cluster().partitions().filter(Partition::reassigning))
                    .hasSize(1);
        }
    }

    @Test
    void replicasInAnotherOrderAreNobodyElsesWorkAndOtherReplicasAre() {
        MoveReplicas step = new MoveReplicas(List.of(move(ORDERS, brokers(1, 2, 3), brokers(11, 2, 3))), 6);
        cluster.withTopic("orders", 1, LARGE, 3, 1, 2);
        assertThat(step.standing(cluster.snapshot())).isEqualTo(Standing.READY);

        cluster.put(Partition.at(ORDERS, brokers(1, 2, 12), brokers(1, 2, 12), Optional.of(broker(1))));
        assertThat(step.standing(cluster.snapshot()))
                .isEqualTo(new Standing.Foreign("orders-0 is on 1,2,12; it was on 1,2,3 when this was planned"));
    }
}
