package io.kash.surgery.traffic;

import static io.kash.surgery.fake.SimulatedCluster.broker;
import static io.kash.surgery.fake.SimulatedCluster.brokers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.coordination.local.LocalFiles;
import io.kash.surgery.fake.OpenFence;
import io.kash.surgery.fake.SilentWitness;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.kafka.AlterConfigs;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Ending;
import io.kash.surgery.operation.Event;
import io.kash.surgery.operation.JournalLine;
import io.kash.surgery.operation.Operation;
import io.kash.surgery.operation.Runner;
import io.kash.surgery.plan.Adjustment;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.repertoire.Repertoires;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole operation under a throttle that follows what the cluster bears. A look takes a second. */
class GovernorTest {
    @TempDir
    Path directory;

    private final SimulatedCluster cluster = new SimulatedCluster();
    private OptionalLong acknowledgedWithin = OptionalLong.of(40);
    private Clients clients = new Feeling();
    private int tick;
    private int hurtAt;
    private Surgeon surgeon;

    /** A canary that is not moved itself. */
    private final class Feeling implements Clients {
        @Override
        public Optional<String> watched() {
            return Optional.of("canary");
        }

        @Override
        public OptionalLong acknowledgedWithinMillis(Set<Integer> unsettled) {
            return acknowledgedWithin;
        }
    }

    @BeforeEach
    void aMoveThatTakesAWhile() {
        for (int zone = 1; zone <= 3; zone++) {
            String rack = String.valueOf((char) ('a' + zone - 1));
            cluster.withBroker(zone, rack).withBroker(10 + zone, rack);
        }
        cluster.withTopic("orders", 9, 3_000_000, 1, 2, 3).copyingFor(20);
        cluster.onTick(now -> tick = now);
        surgeon = new Surgeon(new LocalFiles(directory), cluster, cluster);
    }

    private Operation begin() {
        Plan plan = ((Proposal.Proposed) surgeon.plan(Surgeon.move(brokers(1, 2, 3), brokers(11, 12, 13)))).plan();
        return surgeon.operations()
                .begin(plan, new Reversal.None("a test"), new OpenFence(), new Event.Consented("a test"));
    }

    private Ending run(Operation operation, Supplier<Control> operators) {
        Governor governor = new Governor(operators, clients, cluster, operation, 1);
        return new Runner(Repertoires.standard(), surgeon.json(), cluster, cluster, pause -> {}, Surgeon.CLOCK)
                .run(operation, new OpenFence(), governor, governor);
    }

    /** What one broker's rate was set to, the oldest first; empty where it was deleted. */
    private List<String> rates() {
        return cluster.effects().stream()
                .filter(AlterConfigs.class::isInstance)
                .flatMap(effect -> ((AlterConfigs) effect).changes().stream())
                .filter(change -> change.name().equals("11") && change.key().equals(Throttles.FOLLOWER_RATE))
                .map(AlterConfigs.Change::value)
                .toList();
    }

    private List<Adjustment> adjustments(Operation operation) {
        return operation.lines().stream()
                .map(JournalLine::event)
                .filter(Event.Adjusted.class::isInstance)
                .map(event -> ((Event.Adjusted) event).limits())
                .toList();
    }

    private List<String> reasons(Operation operation) {
        return adjustments(operation).stream()
                .flatMap(limits -> limits.because().stream())
                .toList();
    }

    @Test
    void watchedItBeginsAtASixteenthWithOnePartitionAndRisesWhileNobodySuffers() {
        Operation operation = begin();

        assertThat(run(operation, () -> Control.RUN)).isInstanceOf(Ending.Finished.class);

        assertThat(rates())
                .startsWith("625000", "743254", "883883")
                .containsSubsequence("1250000", "2500000", "5000000")
                .endsWith("10000000", "");
        assertThat(adjustments(operation))
                .startsWith(Adjustment.NONE.eased(
                        625_000, OptionalInt.of(1), "beginning slowly, while acknowledgements are watched"))
                .endsWith(Adjustment.NONE.eased(10_000_000, OptionalInt.empty(), "as much as operators allow"));
    }

    @Test
    void partitionsOnTheirWayAreAsManyAsTheRateAllowsInProportion() {
        Operation operation = begin();

        run(operation, () -> Control.RUN.with(Adjustment.NONE.withWindow(4), "ada"));

        assertThat(adjustments(operation))
                .extracting(limits -> limits.window().orElse(0))
                .startsWith(1)
                .contains(2, 3)
                .endsWith(4);
    }

    @Test
    void withoutACanaryNothingIsChangedNorJournaled() {
        clients = Clients.UNWATCHED;
        Operation operation = begin();

        run(operation, () -> Control.RUN);

        assertThat(rates()).containsExactly("10000000", "");
        assertThat(adjustments(operation)).isEmpty();
    }

    /** For five looks, once half of what operators allow is reached. */
    private Control suffering(Control operators) {
        if (hurtAt == 0 && rates().contains("5000000")) {
            hurtAt = tick;
        }
        acknowledgedWithin = OptionalLong.of(hurtAt > 0 && tick < hurtAt + 5 ? 300 : 40);
        return operators;
    }

    private boolean lowered() {
        return rates().contains("5000000") && rates().lastIndexOf("2500000") > rates().indexOf("5000000");
    }

    @Test
    void whereTheyWaitTheThrottleIsHalvedJournaledWithTheReasonAndPutBackAtTheEnd() {
        Throttles before = cluster.throttles();
        Operation operation = begin();

        Ending ending = run(operation, () -> suffering(Control.RUN));

        assertThat(ending).isInstanceOf(Ending.Finished.class);
        assertThat(rates()).containsSubsequence("4204482", "5000000", "2500000").endsWith("");
        assertThat(reasons(operation)).contains("acknowledgements take 300 ms, 40 ms before");
        assertThat(cluster.throttles()).isEqualTo(before);
    }

    @Test
    void anOperatorsWordIsAppliedAtOnceAsItStandsAndIsTheCeilingFromThenOn() {
        Operation operation = begin();

        run(
                operation,
                () -> suffering(
                        lowered() && tick > hurtAt + 6
                                ? Control.RUN.with(Adjustment.NONE.withRate(2_000_000), "ada")
                                : Control.RUN));

        assertThat(rates()).endsWith("2500000", "2000000", "");
        assertThat(adjustments(operation)).endsWith(Adjustment.NONE.withRate(2_000_000));
    }

    /** Left while it was low, and gone on with by somebody whom nobody tells how long clients wait. */
    @Test
    void theNextShellRaisesItToWhatOperatorsAllowAndJournalsIt() {
        Throttles before = cluster.throttles();
        Operation operation = begin();
        run(operation, () -> suffering(lowered() ? Control.LEAVE : Control.RUN));
        int sent = rates().size();
        assertThat(rates()).endsWith("2500000");

        clients = Clients.UNWATCHED;
        Operation resumed = surgeon.operations().open(operation.id());
        Ending ending = run(resumed, () -> Control.RUN);

        assertThat(ending).isInstanceOf(Ending.Finished.class);
        assertThat(rates().get(sent)).isEqualTo("10000000");
        assertThat(adjustments(resumed))
                .endsWith(Adjustment.NONE.eased(10_000_000, OptionalInt.empty(), "as much as operators allow"));
        assertThat(cluster.throttles()).isEqualTo(before);
    }

    @Test
    void theNextShellBeginsSlowlyAgainWhereItIsWatched() {
        Operation operation = begin();
        run(operation, () -> rates().contains("5000000") ? Control.LEAVE : Control.RUN);
        int sent = rates().size();

        run(surgeon.operations().open(operation.id()), () -> Control.RUN);

        assertThat(rates().subList(sent, rates().size())).startsWith("625000", "743254");
    }

    @Test
    void aShellThatFollowsNothingRaisesItTooFromWhatTheJournalHolds() {
        Operation operation = begin();
        run(operation, () -> suffering(lowered() ? Control.LEAVE : Control.RUN));
        int sent = rates().size();

        new Runner(Repertoires.standard(), surgeon.json(), cluster, cluster, pause -> {}, Surgeon.CLOCK)
                .run(
                        surgeon.operations().open(operation.id()),
                        new OpenFence(),
                        () -> Control.RUN,
                        new SilentWitness());

        assertThat(rates().subList(sent, rates().size())).containsExactly("10000000", "");
    }

    @Test
    void cancelledWhileItIsLowEverythingIsAsFound() {
        Throttles before = cluster.throttles();
        Operation operation = begin();

        Ending ending =
                run(operation, () -> suffering(lowered() ? Control.RUN.with(Control.Wish.CANCEL, "ada") : Control.RUN));

        assertThat(ending).isInstanceOf(Ending.Cancelled.class);
        assertThat(cluster.throttles()).isEqualTo(before);
    }

    @Test
    void pausedWhileItIsLowItIsRaisedAllTheSameOnceNobodySuffers() {
        Operation operation = begin();

        run(
                operation,
                () -> suffering(
                        lowered() && tick < hurtAt + 60 ? Control.RUN.with(Control.Wish.PAUSE, "ada") : Control.RUN));

        assertThat(rates()).containsSubsequence("5000000", "2500000", "2973018");
    }

    @Test
    void copiesThatComeNoNearerRaiseItWhateverClientsFeel() {
        cluster.copyingFor(200);
        Operation operation = begin();

        Ending ending = run(operation, () -> {
            acknowledgedWithin = OptionalLong.of(tick > 12 ? 300 : 40);
            return Control.RUN;
        });

        assertThat(ending).isInstanceOf(Ending.Finished.class);
        assertThat(rates()).startsWith("625000", "743254").containsSubsequence("1250000", "2500000", "5000000");
        assertThat(reasons(operation)).contains("at less, copies came no nearer to their end");
        assertThat(rates()).endsWith("10000000", "");
    }

    @Test
    void whatACanaryFeelsOfItsOwnPartitionsNewLeaderIsPassedOver() {
        Unsettled unsettled = new Unsettled();
        TopicPartition first = new TopicPartition("orders", 0);
        assertThat(unsettled.look("orders", cluster.cluster())).isEmpty();

        cluster.put(Partition.at(first, brokers(1, 2, 3), brokers(1, 2, 3), Optional.of(broker(2))));

        assertThat(unsettled.look("orders", cluster.cluster())).containsExactly(0);
        assertThat(unsettled.look("orders", cluster.cluster())).containsExactly(0);
        assertThat(unsettled.look("orders", cluster.cluster())).containsExactly(0);
        assertThat(unsettled.look("orders", cluster.cluster())).isEmpty();
        assertThat(unsettled.look("canary", cluster.cluster())).isEmpty();
    }

    @Test
    void itIsTheSameJournalReadBack() {
        Operation operation = begin();
        run(operation, () -> suffering(Control.RUN));

        assertThat(adjustments(operation)).isNotEmpty();
        assertThat(adjustments(surgeon.operations().open(operation.id()))).isEqualTo(adjustments(operation));
    }

    /** Broker 2 leaves the replicas in sync of whatever is not moving, for as many looks, or it is back at every other. */
    private Operation whileBroker2Lags(int looks, boolean nowAndThen) {
        clients = Clients.UNWATCHED;
        cluster.withTopic("stock", 1, 1_000, 1, 2, 3).onTick(now -> {
            tick = now;
            boolean lags = now > 8 && now <= 8 + looks && !(nowAndThen && now % 2 == 0);
            TopicPartition name = new TopicPartition("orders", 8);
            if (now > 7
                    && cluster.cluster()
                            .partition(name)
                            .filter(Partition::reassigning)
                            .isEmpty()
                    && cluster.cluster()
                            .partition(name)
                            .filter(partition -> partition.replicas().contains(broker(2)))
                            .isPresent()) {
                cluster.put(Partition.at(
                        name,
                        cluster.cluster().partition(name).orElseThrow().replicas(),
                        lags ? brokers(1, 3) : brokers(1, 2, 3),
                        Optional.of(broker(1))));
            }
        });
        Operation operation = begin();
        run(operation, () -> Control.RUN);
        return operation;
    }

    @Test
    void aReplicaThatFallsOutOfSyncAndStaysOutHalvesIt() {
        assertThat(adjustments(whileBroker2Lags(6, false)).get(0).because())
                .contains("1 replica has fallen out of sync");
    }

    @Test
    void oneThatIsSeenOutOfSyncForAMomentDoesNot() {
        assertThat(adjustments(whileBroker2Lags(8, true))).isEmpty();
    }
}
