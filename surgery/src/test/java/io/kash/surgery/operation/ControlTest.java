package io.kash.surgery.operation;

import static io.kash.surgery.fake.SimulatedCluster.broker;
import static io.kash.surgery.fake.SimulatedCluster.brokers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.coordination.local.LocalFiles;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.movement.MoveRequest;
import io.kash.surgery.plan.Adjustment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators may ask of an operation while it runs. */
class ControlTest {
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
        cluster.withTopic("orders", 9, 3_000_000, 1, 2, 3).set(2, Throttles.LEADER_RATE, "50000000");
        surgeon = new Surgeon(new LocalFiles(directory), cluster, cluster);
    }

    /** One wish up to a number of times it is asked for, and another from then on. */
    private static Supplier<Control> first(Control before, int times, Control after) {
        int[] asked = {0};
        return () -> asked[0]++ < times ? before : after;
    }

    private long inFlight() {
        return cluster.cluster().partitions().filter(Partition::reassigning).count();
    }

    private List<Event> journal() {
        return surgeon.operations().list().get(0).lines().stream()
                .map(JournalLine::event)
                .toList();
    }

    @Test
    void aPausedOperationStartsNothingKeepsItsThrottlesAndGoesOnWhenItIsTold() {
        Control pause = Control.RUN.with(Control.Wish.PAUSE, "ada: lunch");
        int[] asked = {0};
        int[] effectsWhilePaused = {0};
        Ending ending = surgeon.perform(TO_NEW, () -> {
            asked[0]++;
            if (asked[0] == 60) {
                assertThat(inFlight()).as("in flight when paused").isZero();
                assertThat(cluster.throttles().ofBroker(broker(1), Throttles.LEADER_RATE))
                        .contains("10000000");
                effectsWhilePaused[0] = cluster.effects().size();
            } else if (asked[0] == 90) {
                assertThat(cluster.effects()).hasSize(effectsWhilePaused[0]);
            }
            return asked[0] < 40 || asked[0] > 90 ? Control.RUN : pause;
        });

        assertThat(ending).isInstanceOf(Ending.Finished.class);
        assertThat(journal()).contains(new Event.Paused("ada: lunch"), new Event.WentOn(""));
    }

    @Test
    void aChangedThrottleReplacesTheFirstAndWhatWasFoundIsStillPutBack() {
        Control slower = Control.RUN.with(Adjustment.NONE.withRate(2_000_000), "2MB/s by ada");
        Throttles before = cluster.throttles();

        assertThat(surgeon.perform(TO_NEW, first(Control.RUN, 40, slower))).isInstanceOf(Ending.Finished.class);

        assertThat(rates("2", Throttles.LEADER_RATE)).containsExactly("10000000", "2000000", "50000000");
        assertThat(cluster.throttles()).isEqualTo(before);
    }

    /** The values one rate was set to, the oldest first; empty where it was deleted. */
    private List<String> rates(String broker, String key) {
        return cluster.effects().stream()
                .filter(AlterConfigs.class::isInstance)
                .flatMap(effect -> ((AlterConfigs) effect).changes().stream())
                .filter(change -> change.name().equals(broker) && change.key().equals(key))
                .map(AlterConfigs.Change::value)
                .toList();
    }

    @Test
    void aThrottleChangedWhileABrokenHoldStopsItHoldsForWhatIsInFlightAndForNothingOfOthers() {
        cluster.copyingFor(20);
        int[] now = {0};
        cluster.onTick(tick -> {
            now[0] = tick;
            if (tick == 8) {
                cluster.unset(13, Throttles.FOLLOWER_RATE);
            }
        });

        Ending ending = surgeon.perform(
                TO_NEW,
                () -> now[0] < 14 ? Control.RUN : Control.RUN.with(Adjustment.NONE.withRate(60_000_000), "by ada"));

        assertThat(ending).isInstanceOf(Ending.Stopped.class);
        assertThat(rates("11", Throttles.FOLLOWER_RATE)).containsExactly("10000000", "60000000", "");
        assertThat(rates("13", Throttles.FOLLOWER_RATE)).containsExactly("10000000");
    }

    @Test
    void aThrottleChangedWhileItIsCancelledHoldsForWhatCannotBeTakenBack() {
        cluster.copyingFor(20);
        int[] now = {0};
        cluster.onTick(tick -> {
            now[0] = tick;
            if (tick == 8) {
                cluster.without(1).without(2);
            }
        });
        Control cancel = Control.RUN.with(Control.Wish.CANCEL, "ada cancelled it");

        Ending ending = surgeon.perform(
                TO_NEW,
                () -> now[0] < 8
                        ? Control.RUN
                        : now[0] < 14 ? cancel : cancel.with(Adjustment.NONE.withRate(60_000_000), "by ada"));

        assertThat(ending).isInstanceOf(Ending.Cancelled.class);
        assertThat(rates("11", Throttles.FOLLOWER_RATE)).containsExactly("10000000", "60000000", "");
    }

    @Test
    void aThrottleChangedByUsThatDiedBeforeItEndedIsPutBackByTheNextShell() {
        Throttles before = cluster.throttles();
        Control slower = Control.RUN.with(Adjustment.NONE.withRate(2_000_000), "2MB/s by ada");
        int[] asked = {0};
        surgeon.perform(TO_NEW, () -> {
            asked[0]++;
            return asked[0] < 40 ? Control.RUN : asked[0] < 60 ? slower : slower.with(Control.Wish.LEAVE, "gone");
        });
        assertThat(cluster.throttles()).isNotEqualTo(before);

        assertThat(surgeon.resume(surgeon.operations().ids().get(0), () -> slower))
                .isInstanceOf(Ending.Finished.class);

        assertThat(cluster.throttles()).isEqualTo(before);
    }

    @Test
    void aChangedWindowHoldsFromThenOn() {
        Control wide = Control.RUN.with(new Adjustment(Adjustment.NONE.bytesPerSecond(), OptionalInt.of(5)), "by ada");

        surgeon.perform(TO_NEW, first(Control.RUN, 40, wide));

        assertThat(cluster.mostInFlight()).isEqualTo(5);
    }

    @Test
    void aCancelledOperationTakesBackWhatIsInFlightRestoresTheThrottlesAndEnds() {
        Throttles before = cluster.throttles();
        cluster.copyingFor(20);

        Ending ending = surgeon.perform(
                TO_NEW, first(Control.RUN, 40, Control.RUN.with(Control.Wish.CANCEL, "ada cancelled it")));

        assertThat(ending).isEqualTo(new Ending.Cancelled("ada cancelled it"));
        assertThat(inFlight()).isZero();
        assertThat(cluster.cluster().partitions())
                .allSatisfy(partition -> assertThat(partition.replicas()).isSubsetOf(brokers(1, 2, 3)));
        assertThat(cluster.throttles()).isEqualTo(before);
        assertThat(surgeon.operations().list().get(0).status()).isEqualTo(Operation.Status.CANCELLED);
    }

    @Test
    void whatArrivedAndIsNotInSyncYetIsWaitedForAndNotTakenBackAgainAndAgain() {
        TopicPartition name = new TopicPartition("orders", 0);
        int[] looks = {0};
        cluster.onTick(tick -> {
            Partition partition = cluster.cluster().partition(name).orElseThrow();
            if (brokers(11, 12, 13).containsAll(partition.replicas()) && !partition.reassigning()) {
                looks[0]++;
                List<BrokerId> inSync = looks[0] < 20 ? brokers(11, 12) : partition.replicas();
                cluster.put(Partition.at(name, partition.replicas(), inSync, partition.leader()));
            }
        });

        Ending ending = surgeon.perform(
                TO_NEW, () -> looks[0] == 0 ? Control.RUN : Control.RUN.with(Control.Wish.CANCEL, "ada cancelled it"));

        assertThat(ending).isEqualTo(new Ending.Cancelled("ada cancelled it"));
        assertThat(looks[0]).as("looks at it after it arrived").isGreaterThanOrEqualTo(20);
        assertThat(cluster.effects().stream()
                        .filter(AlterReassignments.class::isInstance)
                        .map(effect -> Optional.ofNullable(
                                ((AlterReassignments) effect).targets().get(name)))
                        .flatMap(Optional::stream))
                .as("what was sent for it")
                .singleElement()
                .satisfies(target -> assertThat(target).isPresent());
    }

    @Test
    void whatADeadShellLeftInFlightIsTakenBackByTheOneThatCancels() {
        Throttles before = cluster.throttles();
        cluster.copyingFor(20);
        surgeon.perform(TO_NEW, first(Control.RUN, 40, Control.LEAVE));
        assertThat(inFlight()).isPositive();

        Ending ending = surgeon.resume(
                surgeon.operations().ids().get(0), () -> Control.RUN.with(Control.Wish.CANCEL, "ada cancelled it"));

        assertThat(ending).isEqualTo(new Ending.Cancelled("ada cancelled it"));
        assertThat(inFlight()).isZero();
        assertThat(cluster.throttles()).isEqualTo(before);
    }

    @Test
    void aPartitionWhoseOriginalsAreGoneIsNotTakenBackButFinishes() {
        cluster.copyingFor(8);
        int[] asked = {0};

        Ending ending = surgeon.perform(TO_NEW, () -> {
            asked[0]++;
            if (asked[0] == 40) {
                cluster.without(1).without(2);
            }
            return asked[0] < 40 ? Control.RUN : Control.RUN.with(Control.Wish.CANCEL, "ada cancelled it");
        });

        assertThat(ending).isEqualTo(new Ending.Cancelled("ada cancelled it"));
        assertThat(cluster.cluster().partitions().filter(partition -> partition.replicas().stream()
                        .allMatch(brokers(11, 12, 13)::contains)))
                .as("partitions that went forward")
                .isNotEmpty();
    }
}
