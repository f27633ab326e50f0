package io.kash.surgery.kafka.client;

import static io.kash.surgery.kafka.client.Nodes.nodes;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.PartitionReassignment;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.junit.jupiter.api.Test;

class MappingTest {
    private static final Config SETTINGS = new Config(List.of(
            new ConfigEntry("min.insync.replicas", "2"), new ConfigEntry("unclean.leader.election.enable", "true")));

    @Test
    void aPartitionAtRestHasWhatTheMetadataSays() {
        TopicPartitionInfo info = new TopicPartitionInfo(0, Nodes.node(2), nodes(2, 3, 1), nodes(3, 2));

        Partition partition = ClusterMapping.partition("orders", info, null);

        assertThat(partition)
                .isEqualTo(Partition.at(
                        new TopicPartition("orders", 0), ids(2, 3, 1), ids(3, 2), Optional.of(new BrokerId(2))));
    }

    @Test
    void aPartitionWithoutALeaderIsOffline() {
        TopicPartitionInfo none = new TopicPartitionInfo(0, Node.noNode(), nodes(1), nodes(1));

        assertThat(ClusterMapping.partition("orders", none, null).leader()).isEmpty();
    }

    @Test
    void whileAReassignmentRunsTheControllersReplicasCountAndNotTheMetadatas() {
        TopicPartitionInfo stale = new TopicPartitionInfo(0, Nodes.node(1), nodes(1, 2, 3), nodes(1, 2, 3));
        PartitionReassignment running = new PartitionReassignment(List.of(4, 2, 3, 1), List.of(4), List.of(1));

        Partition partition = ClusterMapping.partition("orders", stale, running);

        assertThat(partition.replicas()).isEqualTo(ids(4, 2, 3, 1));
        assertThat(partition.target()).isEqualTo(ids(4, 2, 3));
        assertThat(partition.original()).isEqualTo(ids(2, 3, 1));
    }

    @Test
    void aTopicOfAnOldBrokerHasNoId() {
        TopicDescription old =
                new TopicDescription("orders", false, List.of(info(1), info(0)), java.util.Set.of(), Uuid.ZERO_UUID);

        Topic topic = ClusterMapping.topic(old, SETTINGS, Map.of());

        assertThat(topic.id()).isEmpty();
        assertThat(topic.minInSyncReplicas()).isEqualTo(2);
        assertThat(topic.uncleanElection()).isTrue();
        assertThat(topic.partitions())
                .extracting(partition -> partition.name().partition())
                .containsExactly(0, 1);
    }

    @Test
    void aFutureReplicaDoesNotCountTwice() {
        org.apache.kafka.common.TopicPartition partition = new org.apache.kafka.common.TopicPartition("orders", 0);
        LogDirDescription present =
                new LogDirDescription(null, Map.of(partition, new ReplicaInfo(100, 0, false)), 1_000, 400);
        LogDirDescription future = new LogDirDescription(null, Map.of(partition, new ReplicaInfo(60, 40, true)));

        Disks disks = DisksMapping.disks(Map.of(new BrokerId(1), Map.of("/b", future, "/a", present)));

        assertThat(disks.bytesOn(new BrokerId(1))).isEqualTo(100);
        assertThat(disks.dirs().get(new BrokerId(1)))
                .containsExactly(
                        new Disks.LogDir("/a", OptionalLong.of(1_000), OptionalLong.of(400), ""),
                        new Disks.LogDir("/b", OptionalLong.empty(), OptionalLong.empty(), ""));
    }

    @Test
    void sizesStandInTheOrderOfPartitionsWhoeverAnsweredWhat() {
        LogDirDescription one = new LogDirDescription(
                null,
                Map.of(
                        partition("orders", 10),
                        new ReplicaInfo(7, 0, false),
                        partition("orders", 2),
                        new ReplicaInfo(5, 0, false)));
        LogDirDescription other = new LogDirDescription(
                null,
                Map.of(
                        partition("orders", 2),
                        new ReplicaInfo(6, 0, false),
                        partition("events", 3),
                        new ReplicaInfo(1, 0, false)));

        Disks disks =
                DisksMapping.disks(Map.of(new BrokerId(1), Map.of("/a", one), new BrokerId(2), Map.of("/a", other)));

        assertThat(disks.bytes().keySet())
                .extracting(Object::toString)
                .containsExactly("events-3", "orders-2", "orders-10");
        assertThat(disks.bytes(TopicPartition.of("orders-2"))).isEqualTo(6);
        assertThat(disks.bytes(TopicPartition.of("orders-2"), new BrokerId(1))).isEqualTo(5);
        assertThat(disks.bytes(TopicPartition.of("orders-3"))).isZero();
    }

    private static org.apache.kafka.common.TopicPartition partition(String topic, int number) {
        return new org.apache.kafka.common.TopicPartition(topic, number);
    }

    @Test
    void aDirectoryThatIsOfflineSaysWhy() {
        LogDirDescription offline = new LogDirDescription(new KafkaStorageException("disk gone"), Map.of());

        Disks disks = DisksMapping.disks(Map.of(new BrokerId(1), Map.of("/a", offline)));

        assertThat(disks.dirs().get(new BrokerId(1)))
                .containsExactly(new Disks.LogDir("/a", OptionalLong.empty(), OptionalLong.empty(), "disk gone"));
    }

    private static TopicPartitionInfo info(int partition) {
        return new TopicPartitionInfo(partition, Nodes.node(1), nodes(1), nodes(1));
    }

    private static List<BrokerId> ids(int... ids) {
        return java.util.Arrays.stream(ids).mapToObj(BrokerId::new).toList();
    }
}
