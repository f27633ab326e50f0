package io.kash.surgery.kafka.client;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Offsets;
import io.kash.surgery.kafka.OffsetsLook;
import io.kash.surgery.operation.PartReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads how far logs reach (KIP-396). A partition without a leader is not asked about, and one whose leader does not
 * answer is left without offsets: they are not known, and the others are.
 */
final class OffsetsReader implements PartReader<OffsetsLook> {
    private final KafkaClient client;

    OffsetsReader(KafkaClient client) {
        this.client = client;
    }

    @Override
    public Class<OffsetsLook> answers() {
        return OffsetsLook.class;
    }

    @Override
    public Offsets read(OffsetsLook look) {
        Budget budget = Budget.of(KafkaClient.TIME_OF_A_LOOK);
        try {
            return read(look, client.admin(), budget);
        } catch (KafkaFailure e) {
            throw client.problem("cannot read the offsets", e);
        }
    }

    private static Offsets read(OffsetsLook look, Admin admin, Budget budget) throws KafkaFailure {
        Topics topics = new Topics(admin, budget);
        Map<TopicPartition, Optional<BrokerId>> leaders = new HashMap<>();
        topics.described(topics.names(look.topics())).forEach((name, topic) -> topic.partitions()
                .forEach(info -> leaders.put(new TopicPartition(name, info.partition()), id(info.leader()))));
        Set<TopicPartition> led = leaders.entrySet().stream()
                .filter(entry -> entry.getValue().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        // Ends first: a log that is cut meanwhile cannot seem to begin beyond its end.
        Map<TopicPartition, ListOffsetsResultInfo> ends = ask(admin, budget, led, OffsetSpec.latest());
        Map<TopicPartition, ListOffsetsResultInfo> starts =
                look.earliest() ? ask(admin, budget, led, OffsetSpec.earliest()) : Map.of();
        SortedMap<io.kash.surgery.kafka.TopicPartition, Offsets.Log> logs = new TreeMap<>();
        leaders.forEach((partition, leader) -> logs.put(
                new io.kash.surgery.kafka.TopicPartition(partition.topic(), partition.partition()),
                new Offsets.Log(
                        leader,
                        offset(starts.get(partition)),
                        offset(ends.get(partition)),
                        epoch(ends.get(partition)))));
        return new Offsets(logs);
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> ask(
            Admin admin, Budget budget, Set<TopicPartition> partitions, OffsetSpec spec) throws KafkaFailure {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        // Half of what is left: a partition that has just lost its leader is asked for until the time is over.
        ListOffsetsResult answer = admin.listOffsets(
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> spec)),
                new ListOffsetsOptions().timeoutMs(Math.max(1, budget.leftMillis() / 2)));
        Map<TopicPartition, ListOffsetsResultInfo> found = new HashMap<>();
        for (TopicPartition partition : partitions) {
            try {
                found.put(partition, budget.await(answer.partitionResult(partition)));
            } catch (KafkaFailure e) {
                if (e.interrupted() || e.notAuthorised()) {
                    throw e;
                }
            }
        }
        return found;
    }

    private static Optional<BrokerId> id(@Nullable Node leader) {
        return leader == null || leader.isEmpty() ? Optional.empty() : Optional.of(new BrokerId(leader.id()));
    }

    private static OptionalLong offset(@Nullable ListOffsetsResultInfo info) {
        return info == null || info.offset() < 0 ? OptionalLong.empty() : OptionalLong.of(info.offset());
    }

    private static OptionalInt epoch(@Nullable ListOffsetsResultInfo info) {
        return info == null || info.leaderEpoch().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(info.leaderEpoch().get());
    }
}
