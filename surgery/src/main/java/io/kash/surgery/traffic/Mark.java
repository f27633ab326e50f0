package io.kash.surgery.traffic;

import io.kash.surgery.kafka.BrokerId;
import io.kash.surgery.kafka.Offsets;
import io.kash.surgery.kafka.Partition;
import io.kash.surgery.kafka.Topic;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One partition at one moment.
 *
 * @param topicId of its topic; empty below Kafka 2.8
 * @param replicas where they are, or will be when the reassignment that runs is over
 * @param outOfSync those of them that are not in sync
 * @param reassigning whether a reassignment runs
 * @param earliest see {@link Offsets.Log}
 */
public record Mark(
        String topicId,
        List<BrokerId> replicas,
        List<BrokerId> outOfSync,
        Optional<BrokerId> leader,
        boolean reassigning,
        OptionalLong earliest,
        OptionalLong end,
        OptionalInt leaderEpoch) {
    public Mark {
        replicas = List.copyOf(replicas);
        outOfSync = List.copyOf(outOfSync);
    }

    static Mark of(Topic topic, Partition partition, Optional<Offsets.Log> log) {
        return new Mark(
                topic.id(),
                partition.target(),
                partition.target().stream()
                        .filter(replica -> !partition.inSync(replica))
                        .toList(),
                partition.leader(),
                partition.reassigning(),
                log.map(Offsets.Log::earliest).orElse(OptionalLong.empty()),
                log.map(Offsets.Log::end).orElse(OptionalLong.empty()),
                log.map(Offsets.Log::leaderEpoch).orElse(OptionalInt.empty()));
    }
}
