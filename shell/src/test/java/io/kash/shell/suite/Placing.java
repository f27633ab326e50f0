package io.kash.shell.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.kash.lab.cluster.Answer;
import io.kash.lab.waiting.Deadline;
import io.kash.lab.waiting.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;

/** Puts partitions where a test wants them to begin, by the Admin client alone. */
record Placing(Admin admin, String bootstrap) {
    private static final Duration DONE_WITHIN = Duration.ofMinutes(2);

    /** Every replica on these brokers, one on each, whole, led by the preferred ones. What is so already is left alone. */
    void everythingOn(List<Integer> brokers) {
        Set<String> away = state().partitions().stream()
                .filter(partition -> !Set.copyOf(partition.replicas()).equals(Set.copyOf(brokers)))
                .map(Partition::name)
                .collect(Collectors.toSet());
        if (!away.isEmpty()) {
            Map<TopicPartition, Optional<NewPartitionReassignment>> targets = new HashMap<>();
            away.stream().map(Placing::parsed).forEach(partition -> targets.put(partition, target(brokers, partition)));
            Answer.of(admin.alterPartitionReassignments(targets).all(), "reassign");
        }
        await(state -> state.reassigning().isEmpty()
                && state.partitions().stream().allMatch(Partition::whole)
                && state.partitions().stream().allMatch(partition -> brokers.containsAll(partition.replicas())));
        Answer.of(admin.electLeaders(ElectionType.PREFERRED, null).partitions(), "elect leaders");
        await(state -> state.partitions().stream().allMatch(Partition::ledByPreferred));
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

    private void await(Predicate<ClusterState> expected) {
        boolean came = Waiting.until(() -> expected.test(state()), Deadline.in(DONE_WITHIN));
        assertThat(came)
                .as("the partitions are where the test begins, within %s", DONE_WITHIN)
                .isTrue();
    }

    private ClusterState state() {
        return ClusterState.of(admin, bootstrap);
    }
}
