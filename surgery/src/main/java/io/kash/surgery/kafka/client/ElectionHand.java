package io.kash.surgery.kafka.client;

import io.kash.surgery.coordination.Fence;
import io.kash.surgery.kafka.ElectPreferred;
import io.kash.surgery.operation.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ElectLeadersOptions;
import org.apache.kafka.clients.admin.ElectLeadersResult;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ElectionNotNeededException;

/** Elects preferred leaders (KIP-460), never uncleanly. A partition its preferred leader leads already is no error. */
final class ElectionHand implements Hand<ElectPreferred> {
    @Override
    public Reply send(ElectPreferred effect, Admin admin, Fence fence, Budget budget) {
        Set<TopicPartition> partitions = effect.partitions().stream()
                .map(name -> new TopicPartition(name.topic(), name.partition()))
                .collect(Collectors.toSet());
        fence.check();
        ElectLeadersResult answer = admin.electLeaders(
                ElectionType.PREFERRED, partitions, new ElectLeadersOptions().timeoutMs(budget.leftMillis()));
        Outcomes outcomes = new Outcomes(ElectionNotNeededException.class::isInstance);
        try {
            Map<TopicPartition, Optional<Throwable>> elected = budget.await(answer.partitions());
            elected.forEach((partition, error) ->
                    error.ifPresent(reason -> outcomes.failed(partition.toString(), new KafkaFailure(reason))));
        } catch (KafkaFailure e) {
            partitions.forEach(partition -> outcomes.failed(partition.toString(), e));
        }
        return outcomes.reply();
    }
}
