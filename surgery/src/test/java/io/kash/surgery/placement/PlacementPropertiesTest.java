package io.kash.surgery.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every placement, whatever the cluster and whatever is asked for. */
class PlacementPropertiesTest {
    private static final int CLUSTERS = 300;

    private static List<Integer> before(Layout layout, int partition) {
        return IntStream.range(0, layout.end(partition) - layout.start(partition))
                .mapToObj(place -> layout.broker(partition, place))
                .toList();
    }

    private static List<Integer> after(Placed placed, int partition) {
        List<Integer> brokers = new ArrayList<>();
        placed.brokers(partition, brokers::add);
        return brokers;
    }

    private static long racks(Layout layout, List<Integer> brokers) {
        return brokers.stream().map(layout::rackOf).distinct().count();
    }

    private static Aim aim(RandomClusters random, Layout layout, Aim.Reach reach) {
        BitSet all = new BitSet();
        all.set(0, layout.brokers());
        BitSet leaving = new BitSet();
        int most = reach == Aim.Reach.LEVEL ? 2 : 1 + layout.brokers() / 2;
        for (int i = random.below(most); i > 0; i--) {
            leaving.set(random.below(layout.brokers()));
        }
        BitSet fixed = new BitSet();
        fixed.set(layout.topics() - 1, layout.topics() > 3);
        return new Aim(leaving, all, fixed, reach);
    }

    @ParameterizedTest
    @EnumSource(Aim.Reach.class)
    void every_partition_keeps_its_replication_factor_its_racks_and_leaves_what_it_has_to(Aim.Reach reach) {
        RandomClusters random = new RandomClusters(42, true);
        for (int i = 0; i < CLUSTERS; i++) {
            Layout layout = random.next();
            Aim aim = aim(random, layout, reach);
            Placed placed = new BalancedPlacement().place(layout, aim);
            long targetRacks =
                    aim.receiving().stream().map(layout::rackOf).distinct().count();
            for (int partition = 0; partition < layout.partitions(); partition++) {
                List<Integer> before = before(layout, partition);
                List<Integer> after = after(placed, partition);
                assertThat(after).hasSameSizeAs(before).doesNotHaveDuplicates();
                if (aim.fixedTopics().get(layout.topicOf(partition))
                        || placed.impossible().get(partition)) {
                    assertThat(after).isEqualTo(before);
                } else {
                    assertThat(after).noneMatch(aim.leaving()::get);
                    assertThat(racks(layout, after))
                            .isGreaterThanOrEqualTo(Math.min(racks(layout, before), targetRacks));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Aim.Reach.class,
            names = {"WHAT_MUST_MOVE", "LEADERS_TOO"})
    void what_does_not_have_to_move_does_not(Aim.Reach reach) {
        RandomClusters random = new RandomClusters(7, true);
        for (int i = 0; i < CLUSTERS; i++) {
            Layout layout = random.next();
            Aim aim = aim(random, layout, reach);
            Placed placed = new BalancedPlacement().place(layout, aim);
            for (int partition = 0; partition < layout.partitions(); partition++) {
                List<Integer> staying = before(layout, partition).stream()
                        .filter(broker -> !aim.leaving().get(broker))
                        .toList();
                assertThat(after(placed, partition)).containsAll(staying);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_plan_for_a_partition_without_room_is_said_to_be_impossible_only_when_it_is(boolean dirty) {
        RandomClusters random = new RandomClusters(3, dirty);
        for (int i = 0; i < CLUSTERS; i++) {
            Layout layout = random.next();
            Aim aim = aim(random, layout, Aim.Reach.LEADERS_TOO);
            Placed placed = new BalancedPlacement().place(layout, aim);
            int room = aim.receiving().cardinality();
            for (int partition = 0; partition < layout.partitions(); partition++) {
                if (placed.impossible().get(partition)) {
                    assertThat(layout.end(partition) - layout.start(partition)).isGreaterThan(room);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_levelled_rack_differs_by_at_most_one_replica_and_all_brokers_by_at_most_one_leader(long seed) {
        RandomClusters random = new RandomClusters(seed, false);
        for (int i = 0; i < 40; i++) {
            Layout layout = random.next();
            BitSet all = new BitSet();
            all.set(0, layout.brokers());
            Aim aim = new Aim(new BitSet(), all, new BitSet(), Aim.Reach.LEVEL);
            Balance balance = Balance.of(new BalancedPlacement().place(layout, aim), aim);
            assertThat(balance.racks()).allSatisfy(rack -> assertThat(rack.mostReplicas() - rack.fewestReplicas())
                    .isLessThanOrEqualTo(1));
            int most = balance.racks().stream()
                    .mapToInt(Balance.Rack::mostLeaders)
                    .max()
                    .orElseThrow();
            int fewest = balance.racks().stream()
                    .mapToInt(Balance.Rack::fewestLeaders)
                    .min()
                    .orElseThrow();
            if (layout.partitions() >= 4 * layout.brokers()) {
                assertThat(most - fewest).isLessThanOrEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Aim.Reach.class)
    void the_same_cluster_gives_the_same_plan(Aim.Reach reach) {
        RandomClusters random = new RandomClusters(11, true);
        for (int i = 0; i < 50; i++) {
            Layout layout = random.next();
            Aim aim = aim(random, layout, reach);
            Placed once = new BalancedPlacement().place(layout, aim);
            Placed again = new BalancedPlacement().place(layout, aim);
            for (int partition = 0; partition < layout.partitions(); partition++) {
                assertThat(after(again, partition)).isEqualTo(after(once, partition));
            }
        }
    }
}
