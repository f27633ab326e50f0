package io.kash.surgery.movement;

import static io.kash.surgery.fake.SimulatedCluster.broker;
import static io.kash.surgery.fake.SimulatedCluster.brokers;
import static org.assertj.core.api.Assertions.assertThat;

import io.kash.surgery.environment.ByteRate;
import io.kash.surgery.fake.SimulatedCluster;
import io.kash.surgery.kafka.Cluster;
import io.kash.surgery.kafka.Disks;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Throttles;
import io.kash.surgery.kafka.Topic;
import io.kash.surgery.kafka.TopicGlob;
import io.kash.surgery.kafka.TopicPartition;
import io.kash.surgery.operation.Control;
import io.kash.surgery.operation.Repertoire;
import io.kash.surgery.plan.Finding;
import io.kash.surgery.plan.Json;
import io.kash.surgery.plan.Plan;
import io.kash.surgery.plan.Proposal;
import io.kash.surgery.plan.Reversal;
import io.kash.surgery.plan.Snapshot;
import io.kash.surgery.plan.Standing;
import io.kash.surgery.repertoire.Repertoires;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MovePlannerTest {
    private final Repertoire repertoire = Repertoires.standard();
    private final Json json = repertoire.json();
    private final SimulatedCluster cluster = new SimulatedCluster()
            .withBroker(1, "a")
            .withBroker(2, "b")
            .withBroker(3, "c")
            .withBroker(11, "a")
            .withBroker(12, "b")
            .withBroker(13, "c")
            .withTopic("orders", 3, 1_000_000, 1, 2, 3)
            .withTopic("payments", 3, 2_000_000, 1, 2, 3);

    private static MoveRequest request(String... topics) {
        return request(10, topics);
    }

    private static MoveRequest request(int diskFreePercent, String... topics) {
        return new MoveRequest(
                "topics move",
                new TreeSet<>(brokers(1, 2, 3)),
                new TreeSet<>(brokers(11, 12, 13)),
                java.util.Arrays.stream(topics).map(TopicGlob::new).toList(),
                ByteRate.of("10MB/s"),
                2,
                diskFreePercent);
    }

    private Proposal propose(MoveRequest request, Snapshot before) {
        return repertoire.plan(json, "lab", request, before);
    }

    private Plan plan(MoveRequest request) {
        return ((Proposal.Proposed) propose(request, cluster.snapshot())).plan();
    }

    private static List<String> refusals(Proposal proposal) {
        assertThat(proposal).isInstanceOf(Proposal.Refused.class);
        return ((Proposal.Refused) proposal)
                .refusals().stream().map(Finding::what).toList();
    }

    @Test
    void aPlanMovesExactlyWhatMustMove() {
        Plan plan = plan(request());

        assertThat(plan.cost().bytesToMove()).isEqualTo(27_000_000);
        assertThat(plan.cost().bytesToMove()).isEqualTo(plan.cost().bytesThatMustMove());
        Cluster after = plan.project(cluster.snapshot()).part(Cluster.class);
        assertThat(after.partitions()).allSatisfy(partition -> assertThat(partition.replicas())
                .doesNotContainAnyElementsOf(brokers(1, 2, 3)));
    }

    @Test
    void theSameSnapshotAndRequestGiveTheSamePlanByteForByte() {
        assertThat(json.write(plan(request()))).isEqualTo(json.write(plan(request())));
        assertThat(json.hash(plan(request()))).isEqualTo(json.hash(plan(request())));
    }

    @Test
    void aPlanReadBackFromItsJsonIsTheSamePlan() {
        Plan plan = plan(request());

        Plan read = json.read(json.write(plan), Plan.class, "a test");

        assertThat(read).isEqualTo(plan);
        assertThat(json.hash(read)).isEqualTo(json.hash(plan));
    }

    @Test
    void onlyTopicsThatMatchAreMoved() {
        Plan plan = plan(request("pay*"));

        assertThat(((MoveReplicas) plan.steps().get(0)).moves())
                .extracting(Move::partition)
                .extracting(TopicPartition::topic)
                .containsOnly("payments");
    }

    @Test
    void nothingToDoWhenNothingIsThere() {
        assertThat(propose(request("nothing-here"), cluster.snapshot()))
                .isEqualTo(new Proposal.NothingToDo("every replica is where it should be"));
    }

    @Test
    void theBasisIgnoresSizesAndLeadersAndNoticesAssignmentsAndThrottles() {
        Snapshot before = cluster.snapshot();
        Plan plan = plan(request());

        TopicPartition name = new TopicPartition("orders", 0);
        Snapshot led = before.with(cluster.cluster()
                .with(Map.of(name, Partition.at(name, brokers(1, 2, 3), brokers(1, 2, 3), Optional.of(broker(2))))));
        assertThat(((Proposal.Proposed) propose(request(), led)).plan().basis()).isEqualTo(plan.basis());

        Snapshot moved = before.with(cluster.cluster()
                .with(Map.of(name, Partition.at(name, brokers(2, 1, 3), brokers(1, 2, 3), Optional.of(broker(2))))));
        assertThat(((Proposal.Proposed) propose(request(), moved)).plan().basis())
                .isNotEqualTo(plan.basis());

        cluster.set(2, Throttles.LEADER_RATE, "1");
        assertThat(plan(request()).basis()).isNotEqualTo(plan.basis());
    }

    @Test
    void aTargetThatIsNotThereIsRefused() {
        cluster.without(13);

        assertThat(refusals(propose(request(), cluster.snapshot()))).contains("broker 13 is not registered");
    }

    @Test
    void everyRefusalIsShownAtOnce() {
        cluster.without(13).without(12);

        assertThat(refusals(propose(request(), cluster.snapshot())))
                .contains("broker 12 is not registered", "broker 13 is not registered");
    }

    @Test
    void aReassignmentOfSomebodyElseIsRefused() {
        TopicPartition name = new TopicPartition("orders", 0);
        cluster.put(new Partition(
                name, brokers(11, 2, 3, 1), brokers(1, 2, 3), Optional.of(broker(1)), brokers(11), brokers(1)));

        assertThat(refusals(propose(request(), cluster.snapshot())))
                .containsExactly("1 partition is being reassigned already: orders-0");
    }

    @Test
    void workOfOthersElsewhereIsNoObstacleWhenNothingIsToBeMoved() {
        TopicPartition name = new TopicPartition("orders", 0);
        cluster.put(new Partition(
                name, brokers(11, 2, 3, 1), brokers(1, 2, 3), Optional.of(broker(1)), brokers(11), brokers(1)));

        assertThat(propose(request("nothing-here"), cluster.snapshot())).isInstanceOf(Proposal.NothingToDo.class);
    }

    @Test
    void aBrokerWithoutARackAmongBrokersWithOneIsRefused() {
        cluster.withBroker(13, "");

        assertThat(refusals(propose(request(), cluster.snapshot())))
                .containsExactly("1 broker without a rack among brokers with one: 13");
    }

    @Test
    void tooFewTargetsForTheReplicationFactorAreRefused() {
        MoveRequest two = new MoveRequest(
                "topics move",
                new TreeSet<>(brokers(1, 2, 3)),
                new TreeSet<>(brokers(11, 12)),
                List.of(),
                ByteRate.of("10MB/s"),
                2,
                10);

        assertThat(refusals(propose(two, cluster.snapshot())))
                .containsExactly("6 partitions have no place for all their replicas: orders-0, orders-1, orders-2 and 3"
                        + " more");
    }

    @Test
    void aDiskThatWouldBeTooFullIsRefused() {
        assertThat(refusals(propose(request(90), cluster.snapshot())))
                .hasSize(3)
                .first()
                .isEqualTo("broker 11 would receive 9000000 bytes and has 900000000 of 1000000000 left");
    }

    @Test
    void aPartitionWithoutALeaderIsRefused() {
        TopicPartition name = new TopicPartition("orders", 0);
        cluster.put(Partition.at(name, brokers(1, 2, 3), brokers(1), Optional.empty()));

        assertThat(refusals(propose(request(), cluster.snapshot())))
                .singleElement()
                .asString()
                .startsWith("1 partition without a leader: orders-0");
    }

    @Test
    void aReplicaThatStaysAndIsNotInSyncIsRefused() {
        TopicPartition name = new TopicPartition("orders", 0);
        cluster.put(Partition.at(name, brokers(1, 2, 3), brokers(1, 2), Optional.of(broker(1))));
        MoveRequest drain = new MoveRequest(
                "drain 1",
                new TreeSet<>(brokers(1)),
                new TreeSet<>(brokers(11, 12, 13)),
                List.of(),
                ByteRate.of("10MB/s"),
                2,
                10);

        assertThat(refusals(propose(drain, cluster.snapshot())))
                .containsExactly("orders-0: replica 3 stays and is not in sync");
    }

    @Test
    void aTopicWithUncleanElectionIsRefused() {
        Topic orders = cluster.cluster().topic("orders").orElseThrow();
        Topic unclean = new Topic("orders", orders.id(), false, 2, true, orders.partitions());
        Cluster seen = cluster.cluster();
        TreeMap<String, Topic> topics = new TreeMap<>(seen.topics());
        topics.put("orders", unclean);
        Snapshot before = cluster.snapshot().with(new Cluster(seen.id(), seen.controller(), seen.brokers(), topics));

        assertThat(refusals(propose(request(), before)))
                .containsExactly("1 topic with unclean.leader.election.enable=true: orders");
    }

    @Test
    void replicasOnDiskOfTopicsThatAreNotListedAreRefused() {
        Disks disks = cluster.disks();
        TreeMap<TopicPartition, Map<io.kash.surgery.kafka.BrokerId, Long>> bytes = new TreeMap<>(disks.bytes());
        bytes.put(new TopicPartition("secret", 0), Map.of(broker(2), 5L));
        Snapshot before = cluster.snapshot().with(new Disks(disks.dirs(), bytes));

        assertThat(refusals(propose(request(), before)))
                .containsExactly("the brokers' disks hold replicas of topics that are not listed: secret");
    }

    @Test
    void theWayBackNamesTheReplicasAsTheyWere() {
        Reversal back = repertoire.undo(json, "lab", request(), cluster.snapshot());

        assertThat(back)
                .isInstanceOfSatisfying(Reversal.By.class, by -> assertThat(((AssignRequest) by.request()).targets())
                        .hasSize(6)
                        .containsEntry(new TopicPartition("orders", 1), brokers(2, 3, 1)));
    }

    /** Deleted and created again: the same name, another id, three replicas each. */
    private Snapshot anotherNamed(String topic, List<Partition> partitions) {
        Cluster now = cluster.cluster();
        List<Topic> topics = new ArrayList<>(now.topics().values());
        topics.removeIf(old -> old.name().equals(topic));
        topics.add(new Topic(topic, "another", false, 1, false, partitions));
        return cluster.snapshot()
                .with(Cluster.of(now.id(), now.controller(), now.brokers().values(), topics));
    }

    @Test
    void theWayBackLeavesATopicAloneThatWasDeletedAndCreatedAgain() {
        cluster.withTopic("single", 1, 1_000_000, 1);
        TopicPartition single = new TopicPartition("single", 0);
        Reversal.By back = (Reversal.By) repertoire.undo(json, "lab", request("single"), cluster.snapshot());
        AssignRequest request = json.read(json.write(back.request()), AssignRequest.class, "a test");

        Snapshot again = anotherNamed(
                "single",
                List.of(Partition.at(single, brokers(11, 12, 13), brokers(11, 12, 13), Optional.of(broker(11)))));

        assertThat(request.targets()).containsEntry(single, brokers(1));
        assertThat(repertoire.plan(json, "lab", request, again)).isInstanceOf(Proposal.NothingToDo.class);
        assertThat(repertoire.undo(json, "lab", request, again))
                .isInstanceOfSatisfying(Reversal.By.class, by -> assertThat(((AssignRequest) by.request()).targets())
                        .isEmpty());
    }

    @Test
    void aCancellationLeavesTheReassignmentOfAnotherTopicOfThatNameAlone() {
        TopicPartition name = new TopicPartition("orders", 0);
        CancelReassignments step = new CancelReassignments(List.of(
                new CancelReassignments.Cancellation(name, "id-of-orders", brokers(1, 2, 3), brokers(11, 2, 3))));
        Partition moving = new Partition(
                name, brokers(11, 2, 3, 1), brokers(1, 2, 3), Optional.of(broker(1)), brokers(11), brokers(1));
        cluster.put(moving);
        assertThat(new CancelPace().next(step, cluster.snapshot(), Control.RUN)).hasSize(1);

        Snapshot again = anotherNamed("orders", List.of(moving));

        assertThat(step.standing(again)).isEqualTo(Standing.DONE);
        assertThat(new CancelPace().next(step, again, Control.RUN)).isEmpty();
    }
}
