package io.kash.surgery.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.Surgeon;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.plan.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where everything must be at the end when several operations ended well. */
class EndingTest {
    private static final TopicPartition ORDERS = new TopicPartition("orders", 0);
    private static final Request THERE = Surgeon.move(ids(1, 2), ids(11, 12));
    private static final Request BACK = Surgeon.move(ids(11, 12), ids(1, 2));

    private final KafkaWorld world = new KafkaWorld(KafkaWorld.Mode.KRAFT);
    private final SimPartition partition = new SimPartition(ORDERS, ids(1, 2), 1_000, 1);
    private final Simulation simulation = new Simulation(new Dice(1), world, Surgery.AS_IT_IS, 4_000);

    @BeforeEach
    void onePartitionOnTheOldBrokers() {
        for (int id : new int[] {1, 2, 11, 12}) {
            world.broker(id, "", Optional.empty());
        }
        world.topic("orders", 1).partitions.add(partition);
        simulation.open();
    }

    private static List<BrokerId> ids(int... ids) {
        return IntStream.of(ids).mapToObj(BrokerId::new).toList();
    }

    private void perform(Request request) {
        Operator operator = simulation.start("shell", shell -> shell.perform(request));
        simulation.sleep(60_000);
        assertThat(operator.result()).contains(Operator.Result.FINISHED);
    }

    private List<String> judged() {
        new Ending(simulation, Map.of(ORDERS, ids(1, 2)), "FINISHED").judge();
        assertThat(simulation.close()).isNotEmpty();
        return simulation.violations();
    }

    @Test
    void theOneThatEndedLastSaysWhere() {
        perform(THERE);
        perform(BACK);
        perform(THERE);

        assertThat(partition.replicas).containsExactlyInAnyOrderElementsOf(ids(11, 12));
        assertThat(judged()).isEmpty();
    }

    @Test
    void whatItLeftBehindIsSeenThoughItIsWhereAnEarlierOneBroughtIt() {
        perform(THERE);
        perform(BACK);
        partition.settle(ids(11, 12));

        assertThat(judged()).singleElement().asString().startsWith("orders-0 has not left");
    }
}
