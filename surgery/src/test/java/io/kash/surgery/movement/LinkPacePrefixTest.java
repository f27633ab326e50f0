package io.kash.surgery.movement;

import static io.kash.surgery.fake.SimulatedCluster.broker;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.OpenFence;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.ClusterLook;
import io.kash.surgery.kafka.DisksLook;
import io.kash.surgery.kafka.ElectPreferred;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Selection;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Control;
import io.kash.surgery.plan.Effect;
import io.kash.surgery.plan.Scope;
import io.kash.surgery.plan.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Small clusters of chance, tidy and not: mixed replication factors, replicas that stay, leaders that are not the
 * preferred ones, replicas out of sync, internal topics, brokers of different rates. Whatever was sent up to any moment
 * breaks nothing, so that an operation may end at any moment.
 */
class LinkPacePrefixTest {
    private static final int BROKERS = 8;
    private static final Scope ALL = Scope.of(new ClusterLook(Selection.all()), new DisksLook(Selection.all()));

    private final LinkPace pace = new LinkPace();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void atEveryPrefixEveryPartitionKeepsItsReplicasItsLeaderInSyncAndItsBoundsAndAllArrive(int tenth) {
        for (int seed = 50 * tenth; seed < 50 * (tenth + 1); seed++) {
            new Story(seed).toItsEnd();
        }
    }

    private final class Story {
        private final int seed;
        private final Random dice;
        private final SimulatedCluster cluster = new SimulatedCluster();
        private final Map<TopicPartition, Move> moves = new HashMap<>();
        private final MoveReplicas step;
        private final int window;

        Story(int seed) {
            this.seed = seed;
            this.dice = new Random(seed);
            this.window = 1 + dice.nextInt(4);
            cluster.copyingFor(1 + dice.nextInt(5));
            for (int id = 1; id <= BROKERS; id++) {
                String rate = String.valueOf(1_000_000L * (1 + dice.nextInt(20)));
                cluster.withBroker(id, "abc".substring(id % 3, id % 3 + 1))
                        .set(id, Throttles.LEADER_RATE, rate)
                        .set(id, Throttles.FOLLOWER_RATE, rate);
            }
            int topics = 1 + dice.nextInt(6);
            for (int topic = 0; topic < topics; topic++) {
                topic((dice.nextInt(5) == 0 ? "__internal-" : "topic-") + topic);
            }
            this.step = new MoveReplicas(
                    moves.values().stream()
                            .sorted(java.util.Comparator.comparing(Move::partition))
                            .toList(),
                    window);
        }

        private List<BrokerId> some(int count) {
            List<BrokerId> all = new ArrayList<>();
            for (int id = 1; id <= BROKERS; id++) {
                all.add(broker(id));
            }
            Collections.shuffle(all, dice);
            return List.copyOf(all.subList(0, count));
        }

        private void topic(String name) {
            int factor = 1 + dice.nextInt(3);
            int partitions = 1 + dice.nextInt(5);
            long bytes = dice.nextInt(6) == 0 ? 0 : (long) (Math.exp(2 * dice.nextGaussian()) * 5_000_000);
            int[] anywhere = {1, 2, 3};
            cluster.withTopic(name, partitions, bytes, anywhere);
            for (int number = 0; number < partitions; number++) {
                TopicPartition partition = new TopicPartition(name, number);
                List<BrokerId> from = some(factor);
                List<BrokerId> to = some(factor);
                List<BrokerId> isr = new ArrayList<>(from);
                if (factor > 1 && dice.nextInt(4) == 0) {
                    // One that goes: what stays out of sync is refused before anything is planned.
                    from.stream().filter(id -> !to.contains(id)).findFirst().ifPresent(isr::remove);
                }
                BrokerId leader = isr.get(dice.nextInt(isr.size()));
                cluster.put(Partition.at(partition, from, isr, Optional.of(leader)));
                if (!from.equals(to)) {
                    moves.put(partition, new Move(partition, "id-of-" + name, from, to, bytes));
                }
            }
        }

        void toItsEnd() {
            for (int look = 0; look < 500; look++) {
                var now = cluster.read(ALL).with(cluster.throttles());
                if (step.standing(now).equals(Standing.DONE)) {
                    return;
                }
                for (Effect effect : pace.next(step, now, Control.RUN)) {
                    allowed(effect);
                    var unused = cluster.apply(effect, new OpenFence());
                    unharmed();
                }
                inBounds();
            }
            throw new AssertionError("seed " + seed + " comes to no end");
        }

        private void allowed(Effect effect) {
            if (effect instanceof AlterReassignments reassign) {
                reassign.targets().forEach((name, target) -> {
                    Move move = java.util.Objects.requireNonNull(moves.get(name), "not to be moved: " + name);
                    assertThat(new HashSet<>(target.orElseThrow()))
                            .as("seed %d: %s", seed, name)
                            .hasSize(target.orElseThrow().size())
                            .isIn(new HashSet<>(move.from()), new HashSet<>(move.to()));
                });
            } else {
                assertThat(effect).as("seed %d", seed).isInstanceOfSatisfying(ElectPreferred.class, this::ready);
            }
        }

        /** Nobody is elected who has not got everything. */
        private void ready(ElectPreferred elect) {
            elect.partitions().forEach(name -> {
                Partition partition = cluster.cluster().partition(name).orElseThrow();
                assertThat(partition.inSync(partition.target().get(0)))
                        .as("seed %d: %s", seed, partition)
                        .isTrue();
            });
        }

        private void unharmed() {
            cluster.cluster().partitions().forEach(partition -> {
                String which = "seed " + seed + ": " + partition;
                assertThat(partition.inSync(partition.leader().orElseThrow()))
                        .as(which)
                        .isTrue();
                Move move = moves.get(partition.name());
                if (move != null) {
                    assertThat(partition.target()).as(which).hasSize(move.from().size());
                    assertThat(partition.replicas()).as(which).containsAll(partition.isr());
                }
            });
        }

        private void inBounds() {
            Map<BrokerId, Integer> receiving = new HashMap<>();
            cluster.cluster().partitions().filter(Partition::reassigning).forEach(partition -> partition
                    .adding()
                    .forEach(broker -> receiving.merge(broker, 1, Integer::sum)));
            assertThat(receiving.values()).as("seed %d", seed).allMatch(count -> count <= window);
        }
    }
}
