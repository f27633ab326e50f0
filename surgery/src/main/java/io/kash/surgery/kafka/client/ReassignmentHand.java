package io.kash.surgery.kafka.client;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.kafka.AlterReassignments;
import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.operation.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterPartitionReassignmentsOptions;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.NoReassignmentInProgressException;

/** Starts and cancels reassignments (KIP-455). Cancelling one that has already ended is no error. */
final class ReassignmentHand implements Hand<AlterReassignments> {
    @Override
    public Reply send(AlterReassignments effect, Admin admin, Fence fence, Budget budget) {
        Map<TopicPartition, Optional<NewPartitionReassignment>> targets = new HashMap<>();
        effect.targets()
                .forEach((name, target) -> targets.put(
                        new TopicPartition(name.topic(), name.partition()), target.map(ReassignmentHand::wanted)));
        fence.check();
        Map<TopicPartition, KafkaFuture<Void>> answers = admin.alterPartitionReassignments(
                        targets, new AlterPartitionReassignmentsOptions().timeoutMs(budget.leftMillis()))
                .values();
        Outcomes outcomes = new Outcomes(NoReassignmentInProgressException.class::isInstance);
        answers.forEach((partition, answer) -> {
            try {
                budget.await(answer);
            } catch (KafkaFailure e) {
                outcomes.failed(partition.toString(), e);
            }
        });
        return outcomes.reply();
    }

    private static NewPartitionReassignment wanted(List<BrokerId> replicas) {
        return new NewPartitionReassignment(
                replicas.stream().map(BrokerId::value).toList());
    }
}
