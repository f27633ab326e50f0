package io.kash.surgery.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.ControlRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every guard is taken out once: what it keeps from happening must then happen, and be seen. */
class GuardsTest {
    private static final int SEEDS = 400;

    /** The first seed at which that is seen with the guard off; with the guard on, the same seed shows nothing. */
    private static void bites(Surgery off, String seen) {
        Optional<Integer> seed = IntStream.rangeClosed(1, SEEDS)
                .boxed()
                .filter(candidate -> broken(candidate, off, seen))
                .findFirst();
        assertThat(seed).as("a seed that shows '%s'", seen).isPresent();
        assertThat(broken(seed.get(), Surgery.AS_IT_IS, seen))
                .as("seed %s", seed.get())
                .isFalse();
    }

    private static boolean broken(int seed, Surgery surgery, String seen) {
        return new Story(seed, surgery).tell().violations().stream().anyMatch(violation -> violation.contains(seen));
    }

    @Test
    void withoutTheFenceCheckAShellThatWasStoppedGoesOnSending() {
        bites(GuardsOff.fenceCheck(), "has lost the fence and sends");
    }

    @Test
    void withoutTheFenceCheckAShellThatWasStoppedGoesOnWriting() {
        bites(GuardsOff.fenceCheck(), "has lost the fence and goes on writing a journal");
    }

    @Test
    void withoutAnIntentBeforeTheEffectNoJournalSaysWhatWasSent() {
        bites(GuardsOff.intentBeforeEffect(), "no line of a journal says");
    }

    @Test
    void withoutTheLedgerThrottlesOfOthersAreGoneAfterwards() {
        bites(GuardsOff.ledger(), "left behind: broker/");
    }

    @Test
    void withoutAnEyeForReassignmentsOfOthersTheyAreWrittenOver() {
        bites(GuardsOff.foreignReassignments(), "is written over");
    }

    @Test
    void withoutACheckOfTargetsReplicasAreSentToTheDead() {
        bites(GuardsOff.deadTargets(), "which is dead");
    }

    @Test
    void withoutAWatchOnTheThrottleSomebodyElsesIsTakenAway() {
        bites(GuardsOff.brokenHolds(), "by somebody else, and shell");
    }

    @Test
    void aReplicaThatStaysAndIsNotInSyncIsRefusedAndWithoutTheCheckTheMoveNeverEnds() {
        Lifeless guarded = new Lifeless(Surgery.AS_IT_IS);
        assertThat(guarded.drained().result()).contains(Operator.Result.REFUSED);
        assertThat(guarded.drained().why()).contains("stays and is not in sync");

        assertThat(new Lifeless(GuardsOff.laggingStayers()).drained().result())
                .as("after an hour")
                .isEmpty();
    }

    /** One partition on 1, 2 and 3, of which 3 is dead for good, and 1 is drained to 4. */
    private static final class Lifeless {
        private final Operator operator;

        Lifeless(Surgery surgery) {
            KafkaWorld world = new KafkaWorld(KafkaWorld.Mode.KRAFT);
            for (int id = 1; id <= 4; id++) {
                world.broker(id, "", Optional.empty());
            }
            partition(world);
            kill(world, 3);
            Simulation simulation = new Simulation(new Dice(1), world, surgery, 4_000);
            simulation.open();
            simulation.sleep(5_000);
            MoveRequest drain = Surgeon.move(ids(1), ids(4));
            operator = simulation.start("shell-1", shell -> shell.perform(drain));
            simulation.sleep(3_600_000);
            assertThat(simulation.close()).isNotEmpty();
        }

        Operator drained() {
            return operator;
        }
    }

    @Test
    void aThrottleThatClientsBringBelowWhatIsWrittenIsRaisedAndWithoutThatTheMoveNeverEnds() {
        assertThat(underSufferingClients(Surgery.AS_IT_IS)).contains(Operator.Result.FINISHED);
        assertThat(underSufferingClients(GuardsOff.headway()))
                .as("after an hour")
                .isEmpty();
    }

    /** One partition to which producers write 1.5 MB/s, at 10 MB/s, where clients feel every copy. */
    private static Optional<Operator.Result> underSufferingClients(Surgery surgery) {
        KafkaWorld world = new KafkaWorld(KafkaWorld.Mode.KRAFT);
        for (int id : new int[] {1, 2, 3, 11, 12, 13}) {
            world.broker(id, "", Optional.empty());
        }
        world.bearableRecords = 0;
        world.topic("orders", 2)
                .partitions
                .add(new SimPartition(new TopicPartition("orders", 0), ids(1, 2, 3), 400_000, 300));
        Simulation simulation = new Simulation(new Dice(1), world, surgery, 4_000);
        simulation.open();
        simulation.sleep(5_000);
        MoveRequest toNew = Surgeon.move(ids(1, 2, 3), ids(11, 12, 13));
        Operator operator = simulation.start("shell-1", shell -> shell.perform(toNew));
        simulation.sleep(3_600_000);
        assertThat(simulation.close()).isNotEmpty();
        assertThat(simulation.violations()).isEmpty();
        return operator.result();
    }

    @Test
    void aCancelThatWouldLoseTheLastCopiesIsNotSentAndWithoutTheCheckTheyAreLost() {
        assertThat(lossOnCancel(Surgery.AS_IT_IS)).isEmpty();
        assertThat(lossOnCancel(GuardsOff.cancelSafety()))
                .anySatisfy(violation -> assertThat(violation).contains("acknowledged records of orders-0 are lost"));
    }

    /** The last of the new brokers dies half-way, then all of the old ones, and then somebody cancels (KAFKA-14424). */
    private static List<String> lossOnCancel(Surgery surgery) {
        KafkaWorld world = new KafkaWorld(KafkaWorld.Mode.ZOOKEEPER);
        for (int id : new int[] {1, 2, 3, 11, 12, 13}) {
            world.broker(id, "", Optional.empty());
        }
        SimPartition partition = partition(world);
        Simulation simulation = new Simulation(new Dice(1), world, surgery, 4_000);
        simulation.open();
        MoveRequest toNew = Surgeon.move(ids(1, 2, 3), ids(11, 12, 13));
        Operator operator = simulation.start("shell-1", shell -> shell.perform(toNew));
        while (!partition.reassigning()) {
            simulation.sleep(50);
        }
        kill(world, partition.target().get(2).value());
        while (partition.isr.size() < 5) {
            simulation.sleep(100);
        }
        partition.original().forEach(id -> kill(world, id.value()));
        simulation.sleep(2_000);
        new ControlRecord(
                        simulation.quiet(),
                        Surgery.json(),
                        simulation.operation().orElseThrow().id())
                .change(before -> before.with(Control.Wish.CANCEL, "ada cancelled it"));
        simulation.sleep(10_000);
        world.brokers.values().forEach(broker -> broker.alive = true);
        simulation.sleep(120_000);
        assertThat(simulation.close()).isNotEmpty();
        assertThat(operator.result()).isPresent();
        return simulation.violations();
    }

    private static SimPartition partition(KafkaWorld world) {
        SimTopic topic = world.topic("orders", 2);
        SimPartition partition = new SimPartition(new TopicPartition("orders", 0), ids(1, 2, 3), 40_000, 10);
        topic.partitions.add(partition);
        return partition;
    }

    private static void kill(KafkaWorld world, int id) {
        SimBroker broker =
                Optional.ofNullable(world.brokers.get(new BrokerId(id))).orElseThrow();
        broker.alive = false;
    }

    private static List<BrokerId> ids(int... ids) {
        return IntStream.of(ids).mapToObj(BrokerId::new).toList();
    }
}
