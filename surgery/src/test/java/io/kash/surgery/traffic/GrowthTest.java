package io.kash.surgery.traffic;

import static io.kash.surgery.fake.SimulatedCluster.broker;
import static io.kash.surgery.fake.SimulatedCluster.brokers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.fake.Clusters;
import io.kash.surgery.fake.FakeObserver;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.TopicPartition;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private final FakeObserver observer = new FakeObserver();
    private final Growth growth = new Growth(observer);
    private final SimulatedCluster cluster = new SimulatedCluster();

    private void look(int second, long orders, long clicks) {
        SortedMap<TopicPartition, Map<BrokerId, Long>> bytes = new TreeMap<>();
        bytes.put(new TopicPartition("orders", 0), Map.of(broker(1), orders, broker(11), 5L));
        bytes.put(new TopicPartition("clicks", 0), Map.of(broker(1), clicks));
        observer.with(new Disks(new TreeMap<>(), bytes)).at(Clusters.NOW.plusSeconds(second));
        growth.take();
    }

    private void moving(String topic, int... adding) {
        cluster.withTopic(topic, 1, 1, 1);
        java.util.List<BrokerId> all = new java.util.ArrayList<>(brokers(adding));
        all.add(broker(1));
        cluster.put(new Partition(
                new TopicPartition(topic, 0), all, brokers(1), Optional.of(broker(1)), brokers(adding), brokers(1)));
    }

    @Test
    void aReceiverNeedsWhatIsWrittenToAllThatItCopiesAndASenderAsOftenAsItSends() {
        moving("orders", 11);
        moving("clicks", 12, 13);
        look(0, 1_000_000, 2_000_000);
        assertThat(growth.floor(cluster.cluster())).as("not known yet").isZero();

        look(10, 3_000_000, 3_000_000);

        assertThat(growth.floor(cluster.cluster()))
                .as("200 kB/s once and 100 kB/s twice from broker 1, and three tenths more")
                .isEqualTo(520_000);
    }

    @Test
    void whatDoesNotMoveNeedsNothing() {
        cluster.withTopic("orders", 1, 1, 1);
        look(0, 1_000_000, 0);
        look(10, 3_000_000, 0);

        assertThat(growth.floor(cluster.cluster())).isZero();
    }

    @Test
    void aLogThatWasCutNeedsNothing() {
        moving("orders", 11);
        look(0, 3_000_000, 0);
        look(10, 1_000_000, 0);

        assertThat(growth.floor(cluster.cluster())).isZero();
    }
}
