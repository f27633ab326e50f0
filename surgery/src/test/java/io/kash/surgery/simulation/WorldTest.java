package io.kash.surgery.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.kafka.AlterConfigs.Change;
import io.kash.surgery.kafka.AlterConfigs.Operation;
import io.kash.surgery.kafka.AlterConfigs.Resource;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.TopicPartition;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The simulated cluster does what real ones were seen to do, the bad included. */
class WorldTest {
    private static final TopicPartition ORDERS = new TopicPartition("orders", 0);

    private long now;

    private static KafkaWorld world(KafkaWorld.Mode mode) {
        KafkaWorld world = new KafkaWorld(mode);
        for (int id = 1; id <= 4; id++) {
            world.broker(id, "", Optional.empty());
        }
        return world;
    }

    private static SimPartition partition(KafkaWorld world, int... replicas) {
        SimTopic topic = world.topic("orders", 1);
        SimPartition partition = new SimPartition(ORDERS, ids(replicas), 10_000, 5);
        topic.partitions.add(partition);
        return partition;
    }

    private static List<BrokerId> ids(int... ids) {
        return IntStream.of(ids).mapToObj(BrokerId::new).toList();
    }

    private static void kill(KafkaWorld world, int id) {
        Optional.ofNullable(world.brokers.get(new BrokerId(id))).orElseThrow().alive = false;
    }

    private void ticks(KafkaWorld world, int ticks) {
        Replication replication = new Replication(world);
        for (int tick = 0; tick < ticks; tick++) {
            now += KafkaWorld.TICK_MILLIS;
            replication.tick(now);
        }
    }

    @Test
    void aReassignmentEndsWhenEveryReplicaOfItsTargetIsInSyncAndTheOldFilesAreDeleted() {
        KafkaWorld world = world(KafkaWorld.Mode.KRAFT);
        SimPartition partition = partition(world, 1, 2);
        assertThat(new Controller(world).reassign(ORDERS, ids(3, 2), true, now)).isEmpty();
        assertThat(partition.view().adding()).isEqualTo(ids(3));

        ticks(world, 10);

        assertThat(partition.replicas).isEqualTo(ids(3, 2));
        assertThat(partition.logs).containsOnlyKeys(new BrokerId(2), new BrokerId(3));
        assertThat(partition.keepsWhatItAcknowledged()).isTrue();
    }

    @Test
    void kraftTakesATargetThatIsDeadAndNeverEndsAndZooKeeperModeRefusesIt() {
        KafkaWorld kraft = world(KafkaWorld.Mode.KRAFT);
        SimPartition partition = partition(kraft, 1);
        kill(kraft, 3);
        assertThat(new Controller(kraft).reassign(ORDERS, ids(1, 3), true, now)).isEmpty();
        ticks(kraft, 1_000);
        assertThat(partition.view().adding()).isEqualTo(ids(3));

        KafkaWorld zooKeeper = world(KafkaWorld.Mode.ZOOKEEPER);
        SimPartition stays = partition(zooKeeper, 1);
        kill(zooKeeper, 3);
        assertThat(new Controller(zooKeeper).reassign(ORDERS, ids(1, 3), true, now))
                .isPresent();
        assertThat(stays.reassigning()).isFalse();
    }

    @Test
    void aCancelWhoseOriginalsAreGoneLosesTheLastCopyInZooKeeperModeAndIsRefusedInKraft() {
        SimPartition lost = cancelledWithoutOriginals(KafkaWorld.Mode.ZOOKEEPER);
        assertThat(lost.leader).isEmpty();
        assertThat(lost.keepsWhatItAcknowledged()).isFalse();

        SimPartition kept = cancelledWithoutOriginals(KafkaWorld.Mode.KRAFT);
        assertThat(kept.leader).contains(new BrokerId(2));
        assertThat(kept.keepsWhatItAcknowledged()).isTrue();
    }

    /** From 1 to 2 and 3; 3 dies, 2 catches up, 1 dies, 2 takes records, somebody cancels, 1 comes back. */
    private SimPartition cancelledWithoutOriginals(KafkaWorld.Mode mode) {
        KafkaWorld world = world(mode);
        SimPartition partition = partition(world, 1);
        Controller controller = new Controller(world);
        assertThat(controller.reassign(ORDERS, ids(2, 3), true, now)).isEmpty();
        kill(world, 3);
        ticks(world, 20);
        kill(world, 1);
        ticks(world, 20);
        assertThat(controller.cancel(ORDERS).isPresent()).isEqualTo(mode == KafkaWorld.Mode.KRAFT);
        Optional.ofNullable(world.brokers.get(new BrokerId(1))).orElseThrow().alive = true;
        ticks(world, 20);
        return partition;
    }

    @Test
    void theLastOfTwoReassignmentsWinsAndTheFirstIsToldNothing() {
        KafkaWorld world = world(KafkaWorld.Mode.KRAFT);
        SimPartition partition = partition(world, 1);
        Controller controller = new Controller(world);

        assertThat(controller.reassign(ORDERS, ids(2), true, now)).isEmpty();
        assertThat(controller.reassign(ORDERS, ids(3), false, now)).isEmpty();

        assertThat(partition.target()).isEqualTo(ids(3));
    }

    @Test
    void aThrottleBelowWhatProducersWriteLetsAMoveNeverEndAndStaysUntilItIsDeleted() {
        KafkaWorld world = world(KafkaWorld.Mode.KRAFT);
        SimPartition partition = partition(world, 1);
        Settings settings = new Settings(world);
        throttle(settings, Resource.BROKER, "1", Throttles.LEADER_RATE, "5000");
        throttle(settings, Resource.TOPIC, "orders", Throttles.LEADER_REPLICAS, "0:1");
        assertThat(new Controller(world).reassign(ORDERS, ids(2), true, now)).isEmpty();
        ticks(world, 1_000);
        assertThat(partition.reassigning()).isTrue();

        assertThat(settings.change(new Change(Resource.BROKER, "1", Throttles.LEADER_RATE, Operation.DELETE, ""), now))
                .isEqualTo(Settings.Outcome.TAKEN);
        ticks(world, 10);

        assertThat(partition.reassigning()).isFalse();
    }

    private void throttle(Settings settings, Resource resource, String name, String key, String value) {
        assertThat(settings.change(new Change(resource, name, key, Operation.SET, value), now))
                .isEqualTo(Settings.Outcome.TAKEN);
    }

    @Test
    void aBrokerThatIsDownAnswersNothingThatIsAskedOfItself() {
        KafkaWorld world = world(KafkaWorld.Mode.KRAFT);
        kill(world, 2);

        assertThat(new Settings(world)
                        .change(new Change(Resource.BROKER, "2", Throttles.LEADER_RATE, Operation.SET, "1"), now))
                .isEqualTo(Settings.Outcome.NO_ANSWER);
    }

    @Test
    void whoComesBackDoesNotLeadBeforeItIsElected() {
        KafkaWorld world = world(KafkaWorld.Mode.KRAFT);
        SimPartition partition = partition(world, 1, 2);
        kill(world, 1);
        ticks(world, 30);
        Optional.ofNullable(world.brokers.get(new BrokerId(1))).orElseThrow().alive = true;
        ticks(world, 30);
        assertThat(partition.leader).contains(new BrokerId(2));

        assertThat(new Controller(world).elect(ORDERS)).isEmpty();

        assertThat(partition.leader).contains(new BrokerId(1));
    }
}
