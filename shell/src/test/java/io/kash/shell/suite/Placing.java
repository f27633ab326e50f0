package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.cluster.Answer;
import io.kash.lab.waiting.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;

/** Puts partitions where a test wants them to begin, by the Admin client alone. */
record Placing(Admin admin, String bootstrap) {
    private static final Duration DONE_WITHIN = Duration.ofMinutes(2);

    /**
     * Every replica on these brokers, one on each, whole, led by the preferred ones. What is so already is left alone.
     *
     * @return the cluster as it is then
     */
    ClusterState everythingOn(List<Integer> brokers) {
        Map<TopicPartition, Optional<NewPartitionReassignment>> targets = new HashMap<>();
        ClusterState.settled(admin, bootstrap).partitions().stream()
                .filter(partition -> !on(brokers, partition))
                .map(partition -> parsed(partition.name()))
                .forEach(partition -> targets.put(partition, target(brokers, partition)));
        if (!targets.isEmpty()) {
            Answer.of(admin.alterPartitionReassignments(targets).all(), "reassign");
        }
        require(state -> state.reassigning().isEmpty()
                && state.partitions().stream().allMatch(partition -> partition.whole() && on(brokers, partition)));
        Answer.of(admin.electLeaders(ElectionType.PREFERRED, null).partitions(), "elect leaders");
        return require(state -> state.partitions().stream().allMatch(Partition::ledByPreferred));
    }

    private static boolean on(List<Integer> brokers, Partition partition) {
        return Set.copyOf(partition.replicas()).equals(Set.copyOf(brokers));
    }

    private static Optional<NewPartitionReassignment> target(List<Integer> brokers, TopicPartition partition) {
        List<Integer> order = new ArrayList<>(brokers);
        Collections.rotate(order, partition.partition());
        return Optional.of(new NewPartitionReassignment(order));
    }

    private static TopicPartition parsed(String name) {
        int dash = name.lastIndexOf('-');
        return new TopicPartition(name.substring(0, dash), Integer.parseInt(name.substring(dash + 1)));
    }

    private ClusterState require(Predicate<ClusterState> expected) {
        Deadline deadline = Deadline.in(DONE_WITHIN);
        ClusterState now = ClusterState.settled(admin, bootstrap);
        while (!expected.test(now) && !deadline.isOver()) {
            now = ClusterState.settled(admin, bootstrap);
        }
        assertThat(expected.test(now))
                .as("the partitions are where the test begins, within %s, and not %s", DONE_WITHIN, now)
                .isTrue();
        return now;
    }
}
