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
import java.util.OptionalLong;
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
    private int tick;
    private Surgeon surgeon;

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
        Governor governor = new Governor(operators, () -> acknowledgedWithin, cluster, operation);
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

    @Test
    void whileClientsDoNotSufferNothingIsChangedNorJournaled() {
        Operation operation = begin();

        assertThat(run(operation, () -> Control.RUN)).isInstanceOf(Ending.Finished.class);

        assertThat(rates()).containsExactly("10000000", "");
        assertThat(adjustments(operation)).isEmpty();
    }

    @Test
    void withoutACanaryNothingIsChangedNorJournaled() {
        acknowledgedWithin = OptionalLong.empty();
        Operation operation = begin();

        run(operation, () -> Control.RUN);

        assertThat(rates()).containsExactly("10000000", "");
        assertThat(adjustments(operation)).isEmpty();
    }

    /** They suffer from the ninth look on, until the fourteenth. */
    private Control suffering(Control operators) {
        acknowledgedWithin = OptionalLong.of(tick > 8 && tick < 14 ? 200 : 40);
        return operators;
    }

    @Test
    void whereTheyWaitTheThrottleIsHalvedJournaledWithTheReasonAndPutBackAtTheEnd() {
        Throttles before = cluster.throttles();
        Operation operation = begin();

        Ending ending = run(operation, () -> suffering(Control.RUN));

        assertThat(ending).isInstanceOf(Ending.Finished.class);
        assertThat(rates()).startsWith("10000000", "5000000", "5625000").endsWith("");
        assertThat(adjustments(operation).get(0).because()).contains("acknowledgements take 200 ms, 40 ms before");
        assertThat(cluster.throttles()).isEqualTo(before);
    }

    @Test
    void anOperatorsWordIsAppliedAtOnceAsItStandsAndIsTheCeilingFromThenOn() {
        Operation operation = begin();

        run(
                operation,
                () -> suffering(
                        tick < 18 ? Control.RUN : Control.RUN.with(Adjustment.NONE.withRate(2_000_000), "ada")));

        assertThat(rates()).contains("5000000").endsWith("2000000", "");
        assertThat(adjustments(operation)).endsWith(Adjustment.NONE.withRate(2_000_000));
    }

    @Test
    void theNextShellBeginsAtWhatOperatorsAllowAndJournalsIt() {
        Throttles before = cluster.throttles();
        Operation operation = begin();
        run(operation, () -> suffering(rates().contains("5000000") ? Control.LEAVE : Control.RUN));
        int sent = rates().size();
        assertThat(rates()).endsWith("5000000");

        Operation resumed = surgeon.operations().open(operation.id());
        Ending ending = run(resumed, () -> Control.RUN);

        assertThat(ending).isInstanceOf(Ending.Finished.class);
        assertThat(rates().get(sent)).isEqualTo("10000000");
        assertThat(adjustments(resumed)).endsWith(Adjustment.NONE.eased(10_000_000, "as much as operators allow"));
        assertThat(cluster.throttles()).isEqualTo(before);
    }

    @Test
    void aShellThatFollowsNothingRaisesItTooFromWhatTheJournalHolds() {
        Operation operation = begin();
        run(operation, () -> suffering(rates().contains("5000000") ? Control.LEAVE : Control.RUN));
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

        Ending ending = run(
                operation,
                () -> suffering(
                        rates().contains("5000000") ? Control.RUN.with(Control.Wish.CANCEL, "ada") : Control.RUN));

        assertThat(ending).isInstanceOf(Ending.Cancelled.class);
        assertThat(cluster.throttles()).isEqualTo(before);
    }

    @Test
    void pausedWhileItIsLowItIsRaisedAllTheSameOnceNobodySuffers() {
        Operation operation = begin();

        run(
                operation,
                () -> suffering(
                        rates().contains("5000000") && tick < 60
                                ? Control.RUN.with(Control.Wish.PAUSE, "ada")
                                : Control.RUN));

        assertThat(rates()).containsSubsequence("5000000", "5625000");
    }

    @Test
    void copiesThatComeNoNearerRaiseItWhateverClientsFeel() {
        cluster.copyingFor(200);
        Operation operation = begin();

        Ending ending = run(operation, () -> {
            acknowledgedWithin = OptionalLong.of(tick > 8 ? 200 : 40);
            return Control.RUN;
        });

        assertThat(ending).isInstanceOf(Ending.Finished.class);
        assertThat(rates()).startsWith("10000000", "5000000");
        assertThat(adjustments(operation))
                .contains(Adjustment.NONE.eased(10_000_000, "at less, copies came no nearer to their end"));
        assertThat(rates()).endsWith("10000000", "");
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
