package io.kash.surgery.throttle;

import static io.kash.surgery.fake.SimulatedCluster.broker;
import static io.kash.surgery.fake.SimulatedCluster.brokers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.environment.ByteRate;
import io.kash.surgery.fake.OpenFence;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.plan.Adjustment;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Hold;
import io.kash.surgery.plan.Ledger;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReplicationThrottleTest {
    private static final Fence FENCE = new OpenFence();

    private final SimulatedCluster cluster = new SimulatedCluster()
            .withBroker(1, "a")
            .withBroker(2, "b")
            .withBroker(3, "c")
            .withTopic("orders", 1, 10, 1, 2);
    private final ReplicationThrottle throttle = new ReplicationThrottle(
            ByteRate.of("10MB/s"),
            new TreeSet<>(brokers(1, 2, 3)),
            new TreeMap<>(java.util.Map.of("orders", List.of("0:1", "0:2"))),
            new TreeMap<>(java.util.Map.of("orders", List.of("0:3"))));

    private void carryOut(List<Effect> effects) {
        effects.forEach(effect -> {
            var reply = cluster.apply(effect, FENCE);
            assertThat(reply).isNotNull();
        });
    }

    private Ledger acquire() {
        Ledger found = throttle.found(cluster.snapshot());
        carryOut(throttle.acquire(cluster.snapshot()));
        return found;
    }

    @Test
    void onceAcquiredItStandsAndThereIsNothingMoreToDo() {
        Ledger found = acquire();

        assertThat(throttle.acquire(cluster.snapshot())).isEmpty();
        assertThat(throttle.state(found, cluster.snapshot())).isEqualTo(new Hold.State.Stands());
        assertThat(cluster.throttles().ofTopic("orders", Throttles.LEADER_REPLICAS))
                .contains("0:1,0:2");
    }

    @Test
    void restoringLeavesNothingWhereNothingWas() {
        Ledger found = acquire();

        carryOut(throttle.restore(found, cluster.snapshot()));

        assertThat(cluster.throttles().isEmpty()).isTrue();
    }

    @Test
    void aRateOfSomebodyElseComesBackAsItWas() {
        cluster.set(2, Throttles.LEADER_RATE, "50000000");
        Ledger found = acquire();
        assertThat(cluster.throttles().ofBroker(brokers(2).get(0), Throttles.LEADER_RATE))
                .contains("10000000");

        carryOut(throttle.restore(found, cluster.snapshot()));

        assertThat(cluster.throttles().ofBroker(brokers(2).get(0), Throttles.LEADER_RATE))
                .contains("50000000");
    }

    @Test
    void whatIsOursFollowsAnotherLimitAndWhatOthersChangedOrTookAwayStays() {
        Ledger found = acquire();
        cluster.set(2, Throttles.LEADER_RATE, "77").unset(3, Throttles.FOLLOWER_RATE);
        Hold faster = throttle.adjusted(Adjustment.NONE.withRate(60_000_000));

        assertThat(faster.follow(Ledger.EMPTY, cluster.snapshot())).isEmpty();
        carryOut(faster.follow(found, cluster.snapshot()));

        assertThat(cluster.throttles().ofBroker(broker(1), Throttles.LEADER_RATE))
                .contains("60000000");
        assertThat(cluster.throttles().ofBroker(broker(2), Throttles.LEADER_RATE))
                .contains("77");
        assertThat(cluster.throttles().ofBroker(broker(3), Throttles.FOLLOWER_RATE))
                .isEmpty();
        assertThat(faster.follow(found, cluster.snapshot())).isEmpty();
        carryOut(faster.restore(found, cluster.snapshot()));
        assertThat(cluster.throttles().ofBroker(broker(1), Throttles.LEADER_RATE))
                .isEmpty();
    }

    @Test
    void withoutALimitItIsThePlannedRateAgainWhateverStoodInBetween() {
        Hold again = throttle.adjusted(Adjustment.NONE.eased(5_000_000, OptionalInt.empty(), "clients wait"))
                .adjusted(Adjustment.NONE.eased(2_500_000, OptionalInt.empty(), "clients wait"))
                .adjusted(Adjustment.NONE);
        Ledger found = acquire();
        cluster.set(1, Throttles.LEADER_RATE, "2500000");

        carryOut(again.follow(found, cluster.snapshot()));

        assertThat(cluster.throttles().ofBroker(broker(1), Throttles.LEADER_RATE))
                .contains("10000000");
    }

    @Test
    void aRateThatSomebodyChangedMeanwhileIsForeignAndStays() {
        Ledger found = acquire();
        cluster.set(2, Throttles.LEADER_RATE, "77");

        assertThat(throttle.state(found, cluster.snapshot())).isInstanceOf(Hold.State.Foreign.class);
        carryOut(throttle.restore(found, cluster.snapshot()));

        assertThat(cluster.throttles().ofBroker(brokers(2).get(0), Throttles.LEADER_RATE))
                .contains("77");
    }

    @Test
    void aRateThatWasTakenAwayIsMissing() {
        Ledger found = acquire();
        cluster.unset(2, Throttles.LEADER_RATE);

        assertThat(throttle.state(found, cluster.snapshot()))
                .isEqualTo(new Hold.State.Missing("broker/2/leader.replication.throttled.rate is not set"));
    }

    @Test
    void entriesThatOthersAddToAListMeanwhileSurvive() {
        Ledger found = acquire();
        cluster.set("orders", Throttles.LEADER_REPLICAS, "0:1,0:2,7:7");

        carryOut(throttle.restore(found, cluster.snapshot()));

        assertThat(cluster.throttles().ofTopic("orders", Throttles.LEADER_REPLICAS))
                .contains("7:7");
    }

    @Test
    void aListThatNamesEveryReplicaIsNotTouched() {
        cluster.set("orders", Throttles.LEADER_REPLICAS, "*");
        Ledger found = acquire();
        carryOut(throttle.restore(found, cluster.snapshot()));

        assertThat(cluster.throttles().ofTopic("orders", Throttles.LEADER_REPLICAS))
                .contains("*");
    }

    @Test
    void aBrokerThatIsDownIsLeftOutAndOwedNothing() {
        cluster.without(3);
        Ledger found = acquire();

        assertThat(found.values()).doesNotContainKey("broker/3/leader.replication.throttled.rate");
        assertThat(throttle.state(found, cluster.snapshot())).isEqualTo(new Hold.State.Stands());
    }

    @Test
    void aBrokerThatDoesNotAnswerIsNotTakenForOneWithoutThrottles() {
        Ledger found = acquire();
        Throttles heard = cluster.throttles();
        TreeMap<io.kash.surgery.kafka.BrokerId, java.util.Map<String, String>> others = new TreeMap<>(heard.brokers());
        others.remove(brokers(2).get(0));
        Throttles silent = new Throttles(others, heard.topics(), new TreeSet<>(brokers(2)));

        assertThat(throttle.state(found, cluster.snapshot().with(silent))).isEqualTo(new Hold.State.Stands());
    }
}
